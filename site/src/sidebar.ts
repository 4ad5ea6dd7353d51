import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { COURSE_FILES } from '../../src/core/course/course-files.ts';
import { shownCourse } from './course/course.ts';
import { stageViews } from './course/stages.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** A manual: the pages of a folder of src/content/docs, in the order that their frontmatter says, then those made elsewhere. */
const manual = (label: string, directory: string, more: Sidebar = []): Sidebar[number] => ({
  label,
  collapsed: true,
  items: [{ autogenerate: { directory } }, ...more],
});

/** What is made from the schemas of course files. */
const courseFiles: Sidebar[number] = {
  label: 'Each file and field',
  collapsed: true,
  items: [
    { label: 'All files', link: '/instructors/files/' },
    ...COURSE_FILES.map(({ id, path }) => ({
      label: path.slice(path.lastIndexOf('/') + 1),
      link: `/instructors/files/${id}/`,
    })),
  ],
};

/** The table of contents of the whole site: the course in the order of course.yaml, then the manuals, then the reference. */
export async function sidebar(): Promise<Sidebar> {
  return [
    { label: 'Course', items: await courseItems() },
    manual('For learners', 'learners', [{ label: 'How your code is run', link: '/learners/sandbox/' }]),
    manual('For instructors', 'instructors', [courseFiles]),
    manual('For hosts', 'hosts'),
    manual('For contributors', 'contributors', [{ label: 'Decisions', link: '/contributors/decisions/' }]),
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
