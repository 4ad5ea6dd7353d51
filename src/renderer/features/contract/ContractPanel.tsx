/** Planned against built, one row for each operation. Fills its parent. */
export function ContractPanel() {
  return <section aria-label="Contract" />;
}
