import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { shownCourse } from './course/course.ts';
import { stageViews } from './course/stages.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** A manual: the pages of a folder of src/content/docs, in the order that their frontmatter says. */
const manual = (label: string, directory: string): Sidebar[number] => ({
  label,
  collapsed: true,
  items: [{ autogenerate: { directory } }],
});

/** The table of contents of the whole site: the course in the order of course.yaml, then the manuals, then the reference. */
export async function sidebar(): Promise<Sidebar> {
  return [
    { label: 'Course', items: await courseItems() },
    manual('For learners', 'learners'),
    manual('For instructors', 'instructors'),
    manual('For hosts', 'hosts'),
    manual('For contributors', 'contributors'),
    {
      label: 'Reference',
      collapsed: true,
      items: [
        { label: 'Overview', link: '/reference/' },
        { label: 'The finished API', link: '/api/' },
        { label: 'Commands', link: '/reference/commands/' },
        { label: 'Error codes', link: '/errors/' },
        { label: 'Limits', link: '/reference/limits/' },
      ],
    },
    { label: 'Releases', link: '/releases/' },
  ];
}

async function courseItems(): Promise<Sidebar> {
  const stages = stageViews(await shownCourse());
  return [
    { label: 'Overview', link: '/course/' },
    ...stages.map(({ id, title, number, lessons }) => ({
      label: `${number} ${title}`,
      collapsed: true,
      items: [
        { label: 'This stage', link: `/course/stage/${id}/` },
        ...lessons.map((lesson) => ({ label: lesson.title, link: `/course/${lesson.id}/` })),
      ],
    })),
    { label: 'Glossary', link: '/course/glossary/' },
  ];
}
