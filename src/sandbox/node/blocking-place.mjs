/**
 * Reads where a thread hangs out of what the inspector saw of it.
 *
 * @typedef {{ url: string, line: number, inFunction: string }} Frame `line` from 1; `inFunction` names the function
 * @typedef {{ callFrame: { functionName: string, url: string, lineNumber: number }, hitCount?: number, positionTicks?: { line: number, ticks: number }[] }} ProfileNode
 * @typedef {{ nodes: ProfileNode[] }} Profile
 * @typedef {{ file?: string, line?: number }} Place
 */

/**
 * The learner's line that does not end, by several stacks of the same stall, each innermost first. The innermost
 * function of the learner's that all of them share holds the loop, and the last stack says at which of its lines it
 * is. Without one it is the innermost own line of the last stack, else the own line with most samples of `profile`.
 *
 * @param {string} workspace file URL of the learner's folder, with a slash at the end
 * @param {readonly Frame[][]} stacks
 * @param {Profile | undefined} profile
 * @returns {Place}
 */
export function ownPlace(workspace, stacks, profile) {
  const isOwn = (/** @type {Frame} */ frame) => frame.url.startsWith(workspace);
  const last = stacks.at(-1)?.toReversed() ?? [];
  const others = stacks.map((stack) => stack.toReversed());
  const differs = last.findIndex((frame, at) => others.some((other) => other[at]?.inFunction !== frame.inFunction));
  const common = differs === -1 ? last : last.slice(0, differs);
  const frame = common.findLast(isOwn) ?? last.findLast(isOwn) ?? sampled(workspace, profile);
  if (!frame) return {};
  const file = decodeURIComponent(new URL(frame.url).pathname.slice(new URL(workspace).pathname.length));
  return { file, line: frame.line };
}

/**
 * Whether most samples lie in what V8 calls `name`, such as `(garbage collector)`.
 *
 * @param {Profile} profile
 * @param {string} name
 */
export function mostIn(profile, name) {
  const hits = (/** @type {ProfileNode[]} */ nodes) => nodes.reduce((sum, node) => sum + (node.hitCount ?? 0), 0);
  const named = profile.nodes.filter((node) => node.callFrame.functionName === name);
  return hits(named) > hits(profile.nodes) / 2;
}

/**
 * @param {string} workspace
 * @param {Profile | undefined} profile
 */
function sampled(workspace, profile) {
  const own = profile?.nodes.filter((node) => node.callFrame.url.startsWith(workspace)) ?? [];
  const node = own.sort((a, b) => (b.hitCount ?? 0) - (a.hitCount ?? 0))[0];
  if (!node) return undefined;
  const hottest = node.positionTicks?.toSorted((a, b) => b.ticks - a.ticks)[0];
  return { url: node.callFrame.url, line: hottest?.line ?? node.callFrame.lineNumber + 1 };
}
