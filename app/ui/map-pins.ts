import type { StateTone } from './state-badge.tsx';

/**
 * The sign of one place on a map: shape, fill and drawing differ by state, so that it reads in greyscale too.
 * SVG as text, because map libraries take markup; 28 units square, decorative (the marker's own title names the place).
 */
export function pinMarkup(tone: StateTone): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" class="pin-shape" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">${shapes[tone]}</svg>`;
}

const edge = 'stroke="#fff" stroke-width="2" stroke-linejoin="round"';
const drawn = 'fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"';
const disc = (fill: string) => `<circle cx="14" cy="14" r="11" fill="${fill}" ${edge}/>`;

const shapes: Record<StateTone, string> = {
  open: `${disc('#0b5c6b')}<circle cx="14" cy="14" r="3.6" fill="#fff"/>`,
  late: `<path d="M14 2 26.5 24.5h-25z" fill="#a4461f" ${edge}/><path d="M14 10.5v6M14 20.4v.1" ${drawn}/>`,
  verified: `<rect x="3" y="3" width="22" height="22" rx="6" fill="#2c6b3f" ${edge}/><path d="m9 14.4 3.4 3.4 6.6-7.2" ${drawn}/>`,
  claimed: `${disc('#fff')}<circle cx="14" cy="14" r="8.6" fill="#fdf6e3" stroke="#9a6d00" stroke-width="2.6" stroke-dasharray="4 2.75"/>`,
  waiting: `${disc('#645b50')}<path d="M14 8.6V14l3.6 2.4" ${drawn}/>`,
  refused: `<path d="M14 1.8 26.2 14 14 26.2 1.8 14z" fill="#9b1b3b" ${edge}/><path d="m10.8 10.8 6.4 6.4M17.2 10.8l-6.4 6.4" ${drawn}/>`,
  quiet: `<circle cx="14" cy="14" r="7" fill="#645b50" ${edge}/>`,
};

/** Pixels across of a cluster that stands for `count` places: it grows by the order of magnitude, from 40 to 64. */
export function clusterSize(count: number): number {
  return Math.min(64, 34 + Math.round(8 * Math.log10(Math.max(1, count))));
}

/** A cluster's markup: the number as the language writes it. The marker's title says it in words, and is what is read out. */
export function clusterMarkup(number: string): string {
  return `<span class="cluster" aria-hidden="true">${number}</span>`;
}
