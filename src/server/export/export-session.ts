import { z } from 'zod';
import type { Track } from '../../contract/course.ts';
import type { SessionSnapshot } from '../../contract/session.ts';
import { loadRuntime } from '../sandbox/runtime.ts';
import { exportProject } from './export-project.ts';
import { installedPackages } from './installed.ts';
import { zipOf } from './zip.ts';

const Titled = z.object({ info: z.object({ title: z.string().min(1) }) });

/**
 * The project of an open lesson as one zip file: what the learner's API says of itself in it, or their plan while there
 * is no API. Throws RW_HOST_RUNTIME, RW_HOST_NOT_BUILT.
 */
export async function exportSession(snapshot: SessionSnapshot, track: Track, courseTitle: string): Promise<File> {
  const { files, documents } = snapshot;
  const title = Titled.safeParse(documents.planned).data?.info.title ?? courseTitle;
  const name = packageName(title);
  const [{ packages }, installed] = await Promise.all([loadRuntime(track.runtime), installedPackages()]);
  const openapi = documents.built ?? documents.planned;
  const project = { name, title, files, openapi, packages, entry: track.entry };
  const repository = exportProject(project, installed);
  return new File([zipOf(name, repository)], `${name}.zip`, { type: 'application/zip' });
}

/** A name that npm and every file system take. */
function packageName(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return name.slice(0, 60).replace(/-$/, '') || 'my-api';
}
