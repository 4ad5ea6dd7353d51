import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { shownCourse } from './course/course.ts';

/** The table of contents of the whole site: the course in the order of course.yaml, then the manuals. */
export async function sidebar(): Promise<NonNullable<StarlightUserConfig['sidebar']>> {
  const course = await shownCourse();
  return [
    {
      label: 'Course',
      items: course.file.stages.map((stage) => ({
        label: stage.title,
        collapsed: true,
        items: stage.lessons.map((id) => ({
          label: course.lessons.get(id)?.frontmatter.title ?? id,
          link: `/course/${id}/`,
        })),
      })),
    },
    { label: 'Hosts', items: [{ autogenerate: { directory: 'hosts' } }] },
  ];
}
