/** Stands in for what only a browser on the workbench's own machine can open; `children` names it. */
export function Elsewhere({ children }: { children: string }) {
  return (
    <span>
      {children} can be opened on the machine of the workbench only, and your browser runs on another one. Checks and
      attacks work without.
    </span>
  );
}
