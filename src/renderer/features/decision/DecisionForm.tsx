/** decision.yaml as a form. */
export function DecisionForm() {
  return null;
}
