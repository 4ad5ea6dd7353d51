import { describe, expect, test } from 'vitest';
import { RoutewrightError } from '../../contract/errors.ts';
import { readPublicUrl } from './public-url.ts';

describe('the public address', () => {
  test.each([
    ['https://class.example/alice/', 'https://class.example', 'class.example', '/alice/'],
    ['https://class.example/alice', 'https://class.example', 'class.example', '/alice/'],
    ['https://Class.Example:443/a/b_c-1.x', 'https://class.example', 'class.example', '/a/b_c-1.x/'],
    ['https://alice.class.example', 'https://alice.class.example', 'alice.class.example', '/'],
    ['https://class.example:8443/', 'https://class.example:8443', 'class.example:8443', '/'],
    ['https://class.example/x/../alice/', 'https://class.example', 'class.example', '/alice/'],
  ])('%s is what browsers will say', (text, origin, host, base) => {
    expect(readPublicUrl(text)).toEqual({ origin, host, base, isLoopback: false });
  });

  test('without TLS it may be on this machine only', () => {
    expect(readPublicUrl('http://127.0.0.1:8080/alice/')).toMatchObject({ isLoopback: true, host: '127.0.0.1:8080' });
    expect(readPublicUrl('http://localhost:8080')).toMatchObject({ isLoopback: true });
  });

  test.each([
    ['http://class.example/alice/', 'only https'],
    ['http://10.0.0.1/', 'only https'],
    ['http://localhost.evil.test/', 'only https'],
    ['class.example/alice', 'no http or https address'],
    ['javascript:alert(1)', 'no http or https address'],
    ['https://ada:secret@class.example/', 'no name or password'],
    ['https://class.example/?a=b', 'end with its path'],
    ['https://class.example/#a', 'end with its path'],
    ['https://class.example/a;b/', 'its path may hold'],
    ['https://class.example/a%2fb/', 'its path may hold'],
    ['https://class.example/a//b/', 'its path may hold'],
    ['https://class.example//', 'its path may hold'],
    ['https://class.example/.well-known/', 'its path may hold'],
    ['https://class.example/:lesson/', 'its path may hold'],
    ['https://class.example/*/', 'its path may hold'],
  ])('%s is refused with the reason', (text, reason) => {
    const read = () => readPublicUrl(text);
    expect(read).toThrow(RoutewrightError);
    expect(read).toThrow(reason);
  });
});
