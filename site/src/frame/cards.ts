import { shownCourse } from '../course/course.ts';
import { SECTIONS, sectionOf } from './sections.ts';

/**
 * The picture that stands for a page where somebody links to it. `page` is the page's path below the base, `''` the front
 * page; `way` says how many parts a way has and how many of them are gone when one is there.
 */
export type Card = { page: string; over: string; title: string; text: string; way: { parts: number; gone: number } };

const NO_WAY = { parts: 1, gone: 1 };

const FRONT: Card = {
  page: '',
  over: 'Routewright',
  title: 'Learn to build an HTTP API by building one',
  text: 'Your code runs while you type, real requests check it, and its documentation is always live.',
  way: NO_WAY,
};

/** All cards of the site: the front page, each part, each stage, each lesson. */
export async function siteCards(): Promise<Card[]> {
  const course = await shownCourse();
  const stages = course.file.stages.map(({ id, title, summary }, at) => ({
    page: `course/stage/${id}/`,
    over: `Stage ${at + 1} of ${course.file.stages.length}`,
    title,
    text: summary,
    way: { parts: course.file.stages.length, gone: at + 1 },
  }));
  const lessons = [...course.lessons.values()].map(({ id, stage, frontmatter }) => ({
    page: `course/${id}/`,
    over: `${stage.title} · ${stage.lessons.indexOf(id) + 1} of ${stage.lessons.length}`,
    title: frontmatter.title,
    text: frontmatter.summary,
    way: { parts: stage.lessons.length, gone: stage.lessons.indexOf(id) + 1 },
  }));
  const parts = SECTIONS.map(({ path, title, about }) => ({
    page: path,
    over: 'Routewright',
    title,
    text: `${about}.`,
    way: NO_WAY,
  }));
  return [FRONT, ...parts, ...stages, ...lessons];
}

/** The card of a page: its own, or that of its part of the site, or that of the front page. */
export function cardOf(page: string, cards: readonly Card[]): Card {
  const named = (path: string | undefined) => cards.find((card) => card.page === path);
  return named(page) ?? named(sectionOf(page)?.path) ?? FRONT;
}

/** Where a card is in the site, such as `og/course/first-route.png`. */
export const cardFile = ({ page }: Card): string => `og/${page === '' ? 'front' : page.slice(0, -1)}.png`;
