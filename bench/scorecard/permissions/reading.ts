import { denied, type Probe, possible } from './probe.ts';

/** Looking at files. `at` is described in `preparation.ts`. */
export const READING: readonly Probe[] = [
  ...denied({
    'read a file outside': "return fs.readFileSync(at.secret, 'utf8');",
    'read a file outside, later': "return fs.promises.readFile(at.secret, 'utf8');",
    'read a file outside by its URL': 'return fs.readFileSync(pathToFileURL(at.secret)).length;',
    'read a file outside by bytes of its path': 'return fs.readFileSync(Buffer.from(at.secret)).length;',
    'read a file outside by a way through its own':
      "return fs.readFileSync(at.workspace + '/src/../../../../outside/secret.json').length;",
    'read a file of a folder with a similar name':
      "return fs.readFileSync(at.readable + '-similar/secret.json').length;",
    'read a file outside from another folder':
      "const before = process.cwd();\nprocess.chdir(at.outside);\ntry {\n  return fs.readFileSync('secret.json').length;\n} finally {\n  process.chdir(before);\n}",
    'open a file outside': 'return fs.openSync(at.secret) > 0;',
    'open a file outside as a handle':
      'const file = await fs.promises.open(at.secret);\nawait file.close();\nreturn true;',
    'stream a file outside': 'return (await fs.createReadStream(at.secret).toArray()).length;',
    'a file outside as a blob': 'return (await (await fs.openAsBlob(at.secret)).text()).length;',
    'copy a file outside': "fs.copyFileSync(at.secret, at.outside + '/copied');\nreturn true;",
    'copy a folder outside':
      "fs.cpSync(at.outside + '/folder', at.outside + '/copied-folder', { recursive: true });\nreturn true;",
    'load settings from a file outside':
      "process.loadEnvFile(at.outside + '/settings.env');\nreturn process.env.FROM_OUTSIDE;",
    'import a module outside': "return (await import(at.outside + '/module.mjs')).default;",
    'require a file outside': 'return createRequire(import.meta.url)(at.secret);',
    'require outside by the loader itself': 'return Module._load(at.secret, null, false);',
    'list a folder outside': 'return fs.readdirSync(at.outside).length;',
    'list the root': "return fs.readdirSync('/').length;",
    'list the home folder': 'return fs.readdirSync(os.homedir()).length + 1;',
    'open a folder outside': 'return fs.opendirSync(at.outside).readSync()?.name;',
    'find files outside': "return fs.globSync('*.json', { cwd: at.outside }).length;",
    'is a file outside there': 'return fs.existsSync(at.secret);',
    'may a file outside be read': 'fs.accessSync(at.secret);\nreturn true;',
    'size of a file outside': 'return fs.statSync(at.secret).size;',
    'kind of a file outside': 'return fs.lstatSync(at.secret).isFile();',
    'real path of a file outside': 'return fs.realpathSync(at.link);',
    'real path of a file outside, by the system': 'return fs.realpathSync.native(at.link);',
    'target of a link outside': 'return fs.readlinkSync(at.link);',
    'size of a disk': "return fs.statfsSync('/').blocks;",
    'watch a folder outside': 'fs.watch(at.outside).close();\nreturn true;',
    'a file outside by the type stripper': "return (await import(at.outside + '/module.ts')).default;",
    'a package description outside':
      "return findPackageJSON('.', pathToFileURL(at.outside + '/x.js')).endsWith('package.json');",
    'environment of this process in proc': "return fs.readFileSync('/proc/self/environ').length + 1;",
    'memory map of this process': "return fs.readFileSync('/proc/self/maps').length;",
    'command line of the workbench': "return fs.readFileSync('/proc/' + process.ppid + '/cmdline').length;",
    'descriptors of this process': "return fs.readdirSync('/proc/self/fd').length;",
    'a descriptor by its name': "return fs.openSync('/dev/fd/1', 'w') > 0;",
    'code of the server': "return fs.readFileSync(at.project + '/src/server/main.ts').length;",
    'history of the project': "return fs.readdirSync(at.project + '/src').length;",
    'progress of the learner': "return fs.readFileSync(at.home + '/progress.sqlite').length;",
    'a file of another lesson': "return fs.readFileSync(at.otherWorkspace + '/src/app.ts', 'utf8');",
    'what this lesson is saved as': "return fs.readFileSync(at.workspace + '/src/app.ts').length;",
    'files that other processes run': "return fs.readdirSync(import.meta.dirname + '/../..').length;",
    'earlier versions of files': "return fs.readdirSync(at.home + '/versions').length;",
  }),
  {
    id: 'watch a file outside',
    tries:
      'const seen = new Promise((resolve) => fs.watchFile(at.secret, { interval: 20 }, resolve));\nawait wait(100);\nfs.utimesSync(at.secret, 1, 1);\nawait seen;\nfs.unwatchFile(at.secret);\nreturn true;',
    alone: 'fresh',
  },
  ...possible('ownFiles', {
    'read its own file': "return fs.readFileSync(import.meta.dirname + '/app.ts').length;",
    'list its own folder': 'return fs.readdirSync(import.meta.dirname).length;',
  }),
  ...possible('workbench', {
    'code that runs in this process': "return fs.readFileSync(at.project + '/src/sandbox/node/main.ts').length;",
    'tables that this process uses': "return fs.readFileSync(at.project + '/src/contract/limits.ts').length;",
    'an installed package': "return fs.readFileSync(at.project + '/node_modules/undici/package.json').length;",
    'which packages are installed': "return fs.readFileSync(at.project + '/package.json').length;",
    'load an installed package that lessons do not have':
      "return typeof createRequire(at.project + '/package.json')('undici').Agent;",
  }),
];
