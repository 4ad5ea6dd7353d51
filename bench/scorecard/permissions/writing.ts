import { denied, type Probe } from './probe.ts';

/** Changing files, and whatever makes Node or V8 write one. */
export const WRITING: readonly Probe[] = [
  ...denied({
    'write into its own workspace': "fs.writeFileSync(at.workspace + '/new.txt', 'x');\nreturn true;",
    'change its own code': "fs.appendFileSync(at.workspace + '/src/app.ts', '//');\nreturn true;",
    'write outside': "fs.writeFileSync(at.outside + '/new.txt', 'x');\nreturn true;",
    'write outside, later': "await fs.promises.writeFile(at.outside + '/new-too.txt', 'x');\nreturn true;",
    'write outside as a stream':
      "const out = fs.createWriteStream(at.outside + '/streamed.txt');\nout.end('x');\nawait once(out, 'finish');\nreturn true;",
    'open for writing': "return fs.openSync(at.outside + '/opened.txt', 'w') > 0;",
    'write where compiled code is kept':
      "fs.writeFileSync((process.env.NODE_COMPILE_CACHE ?? at.outside) + '/x', 'x');\nreturn true;",
    'write into the temporary folder': "fs.mkdtempSync(os.tmpdir() + '/routewright-probe-');\nreturn true;",
    'write into a device': "fs.writeFileSync('/dev/null', 'x');\nreturn true;",
    'make a folder': "fs.mkdirSync(at.outside + '/made');\nreturn true;",
    'remove a file': "fs.rmSync(at.outside + '/to-remove');\nreturn true;",
    'remove a folder': "fs.rmdirSync(at.outside + '/to-remove-folder');\nreturn true;",
    'rename a file': "fs.renameSync(at.outside + '/to-rename', at.outside + '/renamed');\nreturn true;",
    'cut a file': "fs.truncateSync(at.outside + '/to-cut');\nreturn true;",
    'make a symbolic link': "fs.symlinkSync(at.secret, at.workspace + '/link');\nreturn true;",
    'make a hard link': "fs.linkSync(at.workspace + '/src/app.ts', at.workspace + '/hard-link');\nreturn true;",
    'change who may read': 'fs.chmodSync(at.secret, 0o644);\nreturn true;',
    'change when it was written': 'fs.utimesSync(at.secret, 1, 1);\nreturn true;',
    'change when its own file was written, by a descriptor':
      "fs.futimesSync(fs.openSync(at.workspace + '/src/app.ts'), 1, 1);\nreturn true;",
    'change who may read its own file, by a descriptor':
      "fs.fchmodSync(fs.openSync(at.workspace + '/src/app.ts'), 0o600);\nreturn true;",
    'cut its own file, by a descriptor':
      "fs.ftruncateSync(fs.openSync(at.workspace + '/extra.txt', 'r+'));\nreturn true;",
    'write a report': "return process.report.writeReport(at.outside + '/report.json');",
    'keep compiled code elsewhere': "return enableCompileCache(at.outside + '/cache').status === 1;",
    'write what events are traced':
      "const tracing = createTracing({ categories: ['node.perf'] });\ntracing.enable();\nperformance.mark('x');\ntracing.disable();\nawait wait(300);\nreturn fs.existsSync('node_trace.1.log');",
    'let V8 write what it compiles':
      "v8.setFlagsFromString('--trace-turbo');\nv8.setFlagsFromString('--trace-turbo-path=' + at.readable);\nconst hot = new Function('n', 'let s = 0; for (let i = 0; i < n; i++) s += i % 7; return s;');\nfor (let n = 0; n < 200; n++) hot(20_000);\nawait wait(200);\nv8.setFlagsFromString('--no-trace-turbo');\nreturn fs.readdirSync(at.readable).find((name) => name.startsWith('turbo'));",
    'a database in a file':
      "const { DatabaseSync } = await import('node:sqlite');\nnew DatabaseSync(at.outside + '/data.sqlite').exec('create table t (a)');\nreturn true;",
    'a database beside one in memory':
      "const { DatabaseSync } = process.getBuiltinModule('node:sqlite');\nnew DatabaseSync(':memory:').prepare('attach ? as a').run(at.outside + '/beside.sqlite');\nreturn true;",
    'a database by require':
      "const { DatabaseSync } = createRequire(import.meta.url)('node:sqlite');\nnew DatabaseSync(at.outside + '/required.sqlite').exec('create table t (a)');\nreturn true;",
    'a copy of a database':
      "const { DatabaseSync } = await import('node:sqlite');\nnew DatabaseSync(':memory:').prepare('vacuum into ?').run(at.outside + '/copy.sqlite');\nreturn true;",
  }),
  // A Node that has done all of the above dies of it.
  {
    id: 'write a picture of the heap',
    tries: "return v8.writeHeapSnapshot(at.outside + '/heap.heapsnapshot');",
    alone: 'fresh',
  },
];
