import type { AddressInfo } from 'node:net';
import { RoutewrightError } from '../contract/errors.ts';
import { LESSON_PARAMETER } from '../contract/lesson-address.ts';
import { requireLesson } from './courses/asked-lesson.ts';
import { loadCourse } from './courses/load-course.ts';
import { type Home, openHome } from './host/home.ts';
import type { ServerOptions } from './host/options.ts';
import type { PublicUrl } from './host/public-url.ts';
import { ownHosts } from './http/address.ts';
import { createApp } from './http/app.ts';
import { Labs } from './lab/labs.ts';
import { startOrigins } from './lab/origins/origins.ts';
import { openDatabase } from './progress/database.ts';
import { Progress } from './progress/progress.ts';
import { createRouter } from './rpc/router.ts';
import { takePort } from './sandbox/taken-ports.ts';
import { Pools } from './session/pools.ts';
import { Sessions } from './session/sessions.ts';

export type WorkbenchOptions = Omit<ServerOptions, 'parentStdin' | 'lesson' | 'publicUrl'> & {
  /** Where a reverse proxy offers it. */
  publicUrl?: PublicUrl | null;
  /** The lesson that `address` opens; it must be one of the course. */
  lesson?: string | null;
  /** A session that nobody watches is closed after this time (ms). */
  idleMs?: number;
};

export type Workbench = {
  /** http://127.0.0.1:port, no slash at the end. */
  origin: string;
  /** Signs one browser in: origin/?token=token. */
  token: string;
  /** What to open in a browser: the public address if there is one, with the token and the lesson that was asked for. */
  address: string;
  /** Ends everything: connections, sessions, processes, files. */
  close(): Promise<void>;
};

/**
 * Starts the whole server on 127.0.0.1 and resolves when it serves.
 * Throws RW_COURSE_NOT_FOUND, RW_HOST_HOME, RW_HOST_IN_USE, RW_HOST_LESSON, RW_HOST_NOT_BUILT, RW_HOST_PORT,
 * RW_HOST_PROGRESS_NEWER; then nothing is left running.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const course = await loadCourse(options.course);
  const { lesson = null, publicUrl = null } = options;
  if (lesson !== null) requireLesson(course, lesson);
  const home = await openHome(options.home);
  const ends: (() => unknown)[] = [home.release];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const { progress, notices } = openProgress(home);
    ends.push(() => progress.close());
    const pools = new Pools();
    ends.push(() => pools.close());
    const addresses: string[] = [];
    const origins = await startOrigins({ workbench: () => addresses });
    ends.push(() => origins.close());
    const labs = new Labs({ home: home.folder, origins });
    ends.push(() => labs.close());
    const sessions = new Sessions({ course, home, progress, pools, labs, idleMs: options.idleMs ?? 60_000 });
    ends.push(() => sessions.close());
    const { app, token } = await createApp({
      router: createRouter({ course, progress, sessions, notices }),
      renderer: options.renderer,
      course,
      publicUrl,
      frames: [origins.frontend, origins.stranger],
    });
    ends.push(() => app.close());
    await app.listen({ host: '127.0.0.1', port: options.port }).catch((error: unknown) => {
      throw new RoutewrightError('RW_HOST_PORT', { port: options.port }, { cause: error });
    });
    // The first edit should find a process ready; a runtime that cannot start is told when a lesson is opened.
    for (const { runtime } of course.file.tracks.slice(0, 1)) pools.of(runtime).catch(() => {});
    const { port } = app.server.address() as AddressInfo;
    addresses.push(...ownHosts(port).map((host) => `http://${host}`));
    const releasePort = takePort(port);
    if (releasePort) ends.push(releasePort);
    if (publicUrl?.isLoopback) addresses.push(publicUrl.origin);
    const origin = `http://127.0.0.1:${port}`;
    const query = new URLSearchParams({ token, ...(lesson !== null && { [LESSON_PARAMETER]: lesson }) });
    return { origin, token, address: `${publicUrl?.origin ?? origin}${publicUrl?.base ?? '/'}?${query}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openProgress(home: Home) {
  const { database, notice } = openDatabase(home.progress);
  return { progress: new Progress(database), notices: notice ? [notice] : [] };
}
