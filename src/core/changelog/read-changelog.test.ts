import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChangelog } from './read-changelog.ts';

const TEXT = `# Changelog

How it is written.

## Unreleased

Not told yet.

## 0.2.0 - 2027-01-04

A summary.

### Added

- **checks**: a kind

## 0.1.0 - 2026-11-23

### Fixed

- a bug
`;

describe('the releases of a changelog', () => {
  it('come with version, day and text, the newest first; what is not released is left out', () => {
    expect(readChangelog(TEXT)).toEqual([
      { version: '0.2.0', date: '2027-01-04', markdown: 'A summary.\n\n### Added\n\n- **checks**: a kind' },
      { version: '0.1.0', date: '2026-11-23', markdown: '### Fixed\n\n- a bug' },
    ]);
  });

  it('are the same with the line ends of Windows', () => {
    expect(readChangelog(TEXT.replaceAll('\n', '\r\n'))).toEqual(readChangelog(TEXT));
  });

  it('are none in a changelog without a release', () => {
    expect(readChangelog('# Changelog\n\n## Unreleased\n\nSoon.\n')).toEqual([]);
    expect(readChangelog('')).toEqual([]);
  });

  it('of this project are read, each with a text', () => {
    const releases = readChangelog(readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8'));
    expect(releases.at(-1)?.version).toBe('0.1.0');
    for (const { markdown } of releases) expect(markdown).not.toBe('');
  });
});
