import type { Monaco } from './load.ts';

type Editor = ReturnType<Monaco['editor']['create']>;

/** A line of our own between lines of code. `line` from 1: it stands above (`above`) or below that line. */
export type Zone = { key: string; line: number; above: boolean; height: number; draw(): HTMLElement };

export type ZoneLayer = { show(zones: Zone[]): void };

type Shown = { id: string; zone: { afterLineNumber: number; heightInPx: number; domNode: HTMLElement }; drawn: string };

/**
 * Keeps zones in the editor. A zone with the same key is redrawn in place; only new, gone or moved ones touch the layout,
 * and then the code in view stays where it is.
 */
export function zoneLayer(editor: Editor): ZoneLayer {
  const shown = new Map<string, Shown>();

  function show(zones: Zone[]): void {
    const wanted = new Map(zones.map((zone) => [zone.key, zone]));
    const moves = [...shown.keys()].some((key) => !wanted.has(key)) || zones.some((zone) => isMove(zone));
    for (const zone of zones) redraw(zone);
    if (!moves) return;
    keepInView(editor, () =>
      editor.changeViewZones((accessor) => {
        for (const [key, old] of shown) {
          if (wanted.has(key)) continue;
          accessor.removeZone(old.id);
          shown.delete(key);
        }
        for (const zone of zones) {
          const old = shown.get(zone.key);
          if (!isMove(zone)) continue;
          if (old) accessor.removeZone(old.id);
          const domNode = zone.draw();
          // Between two lines, what belongs to the upper one comes first.
          const ordinal = zone.above ? 2 : 1;
          const entry = { afterLineNumber: after(zone), heightInPx: zone.height, domNode, ordinal };
          const view = { ...entry, suppressMouseDown: false, showInHiddenAreas: true };
          shown.set(zone.key, { id: accessor.addZone(view), zone: entry, drawn: domNode.innerHTML });
        }
      }),
    );
  }

  function isMove(zone: Zone): boolean {
    const old = shown.get(zone.key)?.zone;
    return old?.afterLineNumber !== after(zone) || old.heightInPx !== zone.height;
  }

  function redraw(zone: Zone): void {
    const old = shown.get(zone.key);
    if (!old) return;
    const fresh = zone.draw();
    if (fresh.innerHTML === old.drawn) return;
    old.zone.domNode.className = fresh.className;
    old.zone.domNode.replaceChildren(...fresh.childNodes);
    old.drawn = old.zone.domNode.innerHTML;
  }

  return { show };
}

function after(zone: Zone): number {
  return zone.above ? zone.line - 1 : zone.line;
}

/** Does something to the layout and scrolls so that the first visible line stays at its place on the screen. */
function keepInView(editor: Editor, change: () => void): void {
  const line = editor.getVisibleRanges()[0]?.startLineNumber ?? 1;
  const before = editor.getTopForLineNumber(line) - editor.getScrollTop();
  change();
  if (editor.getScrollTop() > 0) editor.setScrollTop(editor.getTopForLineNumber(line) - before);
}
