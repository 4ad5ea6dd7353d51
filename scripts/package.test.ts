import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const config = parse(text('electron-builder.yml'));

describe('the package', () => {
  it('is described in words that electron-builder knows', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(
      JSON.parse(text('node_modules/app-builder-lib/scheme.json')),
    );
    validate(config);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has the seven fuses set', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('brings the licence and the notices of what is in it', () => {
    expect(config.extraResources).toEqual(['LICENSE', 'THIRD-PARTY-NOTICES.txt']);
    for (const file of config.extraResources) expect(text(file)).not.toBe('');
  });

  it('keeps what the pinned Node runs outside of the archive', () => {
    for (const folder of ['src/**', 'lessons/**', 'out/renderer/**', 'out/lockfile.json', 'node_modules/**'])
      expect(config.asarUnpack).toContain(folder);
  });
});
