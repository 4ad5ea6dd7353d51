import { denied, type Probe, possible } from './probe.ts';

const INSPECTED = 'const session = new inspector.Session();\nsession.connect();\nsession.disconnect();\nreturn true;';

/** Other programs, other threads, other processes, native code. */
export const PROCESSES: readonly Probe[] = [
  ...denied({
    'a shell command': "return childProcess.execSync('id').length;",
    'a shell command, later': "return (await promisify(childProcess.exec)('id')).stdout;",
    'another program': "return childProcess.spawnSync('id').stdout?.length;",
    'another program, later': "const child = childProcess.spawn('id');\nawait once(child, 'close');\nreturn child.pid;",
    'a program by its file': "return childProcess.execFileSync('/bin/sh', ['-c', 'echo x']).length;",
    'another Node':
      "const child = childProcess.fork(at.outside + '/module.mjs');\nawait once(child, 'close');\nreturn child.pid;",
    'another Node as a cluster':
      "cluster.default.setupPrimary({ exec: at.outside + '/module.mjs' });\nconst worker = cluster.default.fork();\nawait once(worker, 'online');\nworker.process.kill();\nreturn true;",
    'a thread': "const worker = new Worker('', { eval: true });\nawait once(worker, 'exit');\nreturn true;",
    'a thread of a file':
      "const worker = new Worker(at.outside + '/module.mjs');\nawait once(worker, 'exit');\nreturn true;",
    'hooks in another thread': "register('data:text/javascript,export{}', import.meta.url);\nreturn true;",
    'the inspector of this process': INSPECTED,
    'the inspector by a port':
      "inspector.open(0, '127.0.0.1');\nconst url = inspector.url();\ninspector.close();\nreturn url;",
    'signals to the workbench': 'return process.kill(process.ppid, 0);',
    'signals to another process': 'return process.kill(at.victim, 0);',
    'signals to every process': 'return process.kill(-1, 0);',
    'signals to its group': 'return process.kill(0, 0);',
    'signals by the inner function': 'return process._kill(at.victim, 0) === 0;',
    'the inspector of another process': 'process._debugProcess(at.victim);\nreturn true;',
    'priority of the workbench': 'os.setPriority(process.ppid, os.getPriority(process.ppid));\nreturn true;',
    'native code': 'process.dlopen({ exports: {} }, at.addon);\nreturn true;',
    'native code by require': 'return typeof createRequire(import.meta.url)(at.addon);',
    'native code by the loader of addons': "Module._extensions['.node']({ exports: {} }, at.addon);\nreturn true;",
    'functions of the system':
      "const ffi = process.getBuiltinModule('node:ffi');\nreturn new ffi.DynamicLibrary(null) !== undefined;",
    'memory of this process':
      "const ffi = await import('node:ffi');\nreturn ffi.getRawPointer(Buffer.alloc(8)) !== undefined;",
    WASI: "const { WASI } = await import('node:wasi');\nreturn new WASI({ version: 'preview1', preopens: { '/': at.outside } }) !== undefined;",
    'options of V8':
      "v8.setFlagsFromString('--allow-natives-syntax');\nreturn new Function('return %HasFastProperties({})')();",
    'the inside of Node': "return process.binding('fs').open !== undefined;",
    'another inside of Node': "return process.binding('spawn_sync') !== undefined;",
  }),
  {
    id: 'another program in place of this one',
    tries: "process.execve('/bin/true', ['true']);\nreturn true;",
    alone: 'ends',
  },
  {
    id: 'a signal that opens the inspector',
    tries: "process.kill(process.pid, 'SIGUSR1');\nawait wait(500);\nreturn inspector.url();",
    alone: 'ends',
  },
  ...possible('ownProcess', {
    'signals to itself': 'return process.kill(process.pid, 0);',
    'hooks for its own imports': 'registerHooks({});\nreturn true;',
    'code from text': "return vm.runInNewContext('1 + 1');",
    'another folder to stand in':
      'const before = process.cwd();\nprocess.chdir(import.meta.dirname);\nconst now = process.cwd();\nprocess.chdir(before);\nreturn now;',
    'its own title': "process.title = 'books';\nreturn process.title;",
  }),
  ...possible('machine', {
    'name of the machine': 'return os.hostname();',
    'name of the user': 'return os.userInfo().username;',
    'addresses of the network': 'return Object.keys(os.networkInterfaces()).length;',
    hardware: 'return os.cpus().length + os.totalmem();',
    'a report on this process': 'return process.report.getReport().header.osName;',
  }),
  ...possible('reports', {
    'write where the process reports': "return fs.writeSync(4, JSON.stringify({ type: 'pong' }) + '\\n');",
    'write where the watchdog reports': "return fs.writeSync(5, JSON.stringify({ type: 'pong' }) + '\\n');",
  }),
];
