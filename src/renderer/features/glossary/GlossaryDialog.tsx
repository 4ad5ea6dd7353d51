import { useState } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { showGlossary, type Terms, useGlossary, useGlossaryStore } from '../../app/glossary.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { findTerms } from './find-terms.ts';
import styles from './Glossary.module.css';
import { TermText } from './TermText.tsx';

/** Every term of the course, to search and to read. Shows itself while the store says so. */
export function GlossaryDialog() {
  const shown = useGlossaryStore((s) => s.shown);
  return (
    <Dialog title="Glossary" size="medium" shown={shown} onShownChange={showGlossary}>
      {shown ? <Body /> : null}
    </Dialog>
  );
}

function Body() {
  const terms = useGlossary();
  if (!terms) return <p>Asking for the terms…</p>;
  if (Object.keys(terms).length === 0) return <Empty title="This course has no glossary." />;
  return <Search terms={terms} />;
}

function Search({ terms }: { terms: Terms }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = findTerms(terms, typed);
  const id = chosen !== null && found.includes(chosen) ? chosen : found[0];
  const show = (other: string) => {
    if (!found.includes(other)) setTyped('');
    setChosen(other);
  };
  return (
    <>
      <SearchField aria-label="Search the glossary" autoFocus value={typed} onChange={setTyped}>
        <Input className={styles.search ?? ''} placeholder="Search" />
      </SearchField>
      <div className={styles.columns}>
        <ListBox
          aria-label="Terms"
          className={styles.list ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={id === undefined ? [] : [id]}
          onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0]))}
          renderEmptyState={() => <p className={styles.nothing}>No term found.</p>}
        >
          {found.map((one) => (
            <ListBoxItem key={one} id={one} textValue={terms[one]?.term ?? one} className={styles.item ?? ''}>
              {terms[one]?.term}
            </ListBoxItem>
          ))}
        </ListBox>
        <div className={styles.entry} aria-live="polite">
          {id === undefined ? null : <TermText id={id} terms={terms} onTerm={show} />}
        </div>
      </div>
    </>
  );
}
