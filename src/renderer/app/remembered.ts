import { z } from 'zod';
import { CONSOLE_TAB_IDS, type ConsoleTab, RESULT_TAB_IDS, type ResultTab } from './session-state.ts';

const Tabs = z.object({ open: z.array(z.string()), active: z.string().nullable() });
const Levels = z.record(z.string(), z.number().int().min(1).max(3));
const Results = z.enum(RESULT_TAB_IDS);
const Consoles = z.enum(CONSOLE_TAB_IDS);

/**
 * The tabs to show: as remembered, else `preferred`, else the first file. Only files that are there.
 * What cannot be read counts as not remembered.
 */
export function readTabs(
  text: string | undefined,
  files: string[],
  preferred: string[],
): { openFiles: string[]; activeFile: string | null } {
  const kept = readJson(Tabs, text);
  const there = (paths: string[]) => [...new Set(paths)].filter((path) => files.includes(path));
  const known = there(kept?.open ?? []);
  const wanted = there(preferred);
  const openFiles = known.length > 0 ? known : wanted.length > 0 ? wanted : files.slice(0, 1);
  const active = kept?.active;
  return { openFiles, activeFile: active && openFiles.includes(active) ? active : (openFiles[0] ?? null) };
}

/** Check id to the highest hint level that was shown. */
export function readHintLevels(text: string | undefined): Record<string, number> {
  return readJson(Levels, text) ?? {};
}

export function readResultTab(text: string | undefined): ResultTab {
  return Results.catch('checks').parse(text);
}

export function readConsoleTab(text: string | undefined): ConsoleTab {
  return Consoles.catch('traffic').parse(text);
}

/** Reads JSON of a known shape; null when it is missing, broken or of another shape. */
export function readJson<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  if (text === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
