import { describe, expect, it } from 'vitest';
import { readHintLevels, readResultTab, readTabs } from './remembered.ts';

const FILES = ['package.json', 'plan.yaml', 'src/app.ts'];

describe('what is remembered over a restart', () => {
  it('brings back the tabs that are still there', () => {
    const kept = JSON.stringify({ open: ['src/gone.ts', 'src/app.ts', 'plan.yaml'], active: 'plan.yaml' });
    expect(readTabs(kept, FILES, ['src/app.ts'])).toEqual({
      openFiles: ['src/app.ts', 'plan.yaml'],
      activeFile: 'plan.yaml',
    });
  });

  it('falls back to what the lesson opens, then to any file', () => {
    expect(readTabs('{broken', FILES, ['src/app.ts']).activeFile).toBe('src/app.ts');
    expect(readTabs(undefined, FILES, ['src/other.ts']).activeFile).toBe('package.json');
    expect(readTabs(undefined, [], ['src/app.ts'])).toEqual({ openFiles: [], activeFile: null });
  });

  it('does not trust levels or tabs that nobody can have chosen', () => {
    expect(readHintLevels('{"a":2}')).toEqual({ a: 2 });
    expect(readHintLevels('{"a":9}')).toEqual({});
    expect(readResultTab('docs')).toBe('docs');
    expect(readResultTab('secrets')).toBe('checks');
  });
});
