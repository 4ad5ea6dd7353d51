import { denied, type Probe, possible } from './probe.ts';

const LISTENING =
  "const { address } = server.address();\nserver.close();\nreturn address === '0.0.0.0' || address === '::';";

/** Listening for others, connections, the environment. */
export const NETWORK: readonly Probe[] = [
  ...denied({
    'listen for others': `const server = net.createServer().listen(0, '0.0.0.0');\nawait once(server, 'listening');\n${LISTENING}`,
    'listen for others as a web server': `const server = http.createServer().listen({ port: 0, host: '0.0.0.0' });\nawait once(server, 'listening');\n${LISTENING}`,
    'listen for others as a server for HTTP/2': `const server = http2.createServer().listen(0);\nawait once(server, 'listening');\n${LISTENING}`,
    'listen on a chosen port':
      "const server = net.createServer().listen(at.freePort);\nawait once(server, 'listening');\nconst { port } = server.address();\nserver.close();\nreturn port === at.freePort;",
    'listen by the inner function':
      "const handle = net._createServerHandle('0.0.0.0', 0, 4);\nconst out = {};\nif (handle.listen(8) !== 0) return false;\nhandle.getsockname(out);\nhandle.close();\nreturn out.address === '0.0.0.0';",
    'listen by a bound socket':
      "const server = net.createServer().listen(new net.BoundSocket({ host: '0.0.0.0', port: 0 }));\nawait once(server, 'listening');\nconst { address } = server.address();\nserver.close();\nreturn address === '0.0.0.0';",
    'hear datagrams of others':
      "const socket = dgram.createSocket('udp4').bind(0, '0.0.0.0');\nawait once(socket, 'listening');\nconst { address } = socket.address();\nsocket.close();\nreturn address === '0.0.0.0';",
    'hear answers to datagrams':
      "const socket = dgram.createSocket('udp4');\nsocket.send('x', at.port, '127.0.0.1');\nawait once(socket, 'listening');\nconst { address } = socket.address();\nsocket.close();\nreturn address === '0.0.0.0';",
    'listen at a path':
      "const server = net.createServer().listen(at.outside + '/own.sock');\nawait once(server, 'listening');\nconst address = server.address();\nserver.close();\nreturn typeof address === 'string';",
    'connect to a path':
      "const socket = net.connect(at.pipe);\nawait once(socket, 'connect');\nsocket.destroy();\nreturn true;",
    'connect to a path by its options':
      "const socket = new net.Socket().connect({ path: at.pipe });\nawait once(socket, 'connect');\nsocket.destroy();\nreturn true;",
    'ask at a path':
      "const request = http.request({ socketPath: at.pipe, path: '/' }).on('error', () => {});\nconst [socket] = await once(request, 'socket');\nawait once(socket, 'connect');\nsocket.destroy();\nreturn true;",
    'environment of the workbench': 'return process.env.ROUTEWRIGHT_PROBE;',
    'environment of the workbench in a report':
      'return process.report.getReport().environmentVariables.ROUTEWRIGHT_PROBE;',
    'more of the environment than is needed':
      "return Object.keys(process.env).filter((name) => !['SystemRoot', 'TZ', 'LANG', 'LC_ALL', 'NODE_COMPILE_CACHE', 'FROM_OUTSIDE'].includes(name)).join();",
    'a channel to the workbench': 'return process.channel;',
    'what it may: files': "return process.permission === undefined || process.permission.has('fs.write');",
    'what it may: programs': "return process.permission === undefined || process.permission.has('child');",
    'what it may: threads': "return process.permission === undefined || process.permission.has('worker');",
    'what it may: the inspector': "return process.permission === undefined || process.permission.has('inspector');",
    'what it may: addons': "return process.permission === undefined || process.permission.has('addon');",
    'what it may: WASI': "return process.permission === undefined || process.permission.has('wasi');",
    'what it may: functions of the system': "return process.permission === undefined || process.permission.has('ffi');",
    'what it may: the files of others':
      "return process.permission === undefined || process.permission.has('fs.read', '/etc');",
  }),
  ...possible('network', {
    'connect to this machine':
      "const socket = net.connect(at.port, '127.0.0.1');\nawait once(socket, 'connect');\nsocket.destroy();\nreturn true;",
    'ask a server on this machine': "return (await fetch('http://127.0.0.1:' + at.webPort)).status;",
    'resolve a name': "return (await dns.promises.lookup('localhost')).address;",
    'send a datagram':
      "const socket = dgram.createSocket('udp4');\nawait promisify(socket.send.bind(socket))('x', at.port, '127.0.0.1');\nsocket.close();\nreturn true;",
  }),
];
