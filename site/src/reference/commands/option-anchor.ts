/** The place of an option or an argument on the page: `lesson-verify--shard`, `lesson-new-id`. */
export function optionAnchor(command: string, name: string): string {
  const [, option] = /(--[a-z-]+)/.exec(name) ?? [];
  return option === undefined ? `${command}-${name.replace(/[^a-z0-9-]/gi, '')}` : `${command}${option}`;
}
