/** A folder or a file of the workspace. `id` is the path: a list that follows changes tells rows apart by it. */
export type TreeNode = { id: string; path: string; name: string; children: TreeNode[] | null };

/** Paths as a tree: folders before files, each by name. */
export function treeOf(paths: string[]): TreeNode[] {
  const roots: TreeNode[] = [];
  for (const path of paths) {
    let level = roots;
    const parts = path.split('/');
    parts.forEach((name, index) => {
      const at = parts.slice(0, index + 1).join('/');
      const isFile = index === parts.length - 1;
      let node = level.find((other) => other.path === at);
      if (!node) {
        node = { id: at, path: at, name, children: isFile ? null : [] };
        level.push(node);
      }
      level = node.children ?? [];
    });
  }
  return sorted(roots);
}

function sorted(nodes: TreeNode[]): TreeNode[] {
  return nodes
    .map((node) => (node.children ? { ...node, children: sorted(node.children) } : node))
    .sort((a, b) => Number(a.children === null) - Number(b.children === null) || a.name.localeCompare(b.name));
}
