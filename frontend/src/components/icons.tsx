import type { ReactNode } from 'react'

// Drawn on a grid of 16 with a stroke of 1.5. Bubble (s-): the committee's stance. Ring (p-): progress as the committee
// reports it. Square (v-): the auditors' verdict. One voice never takes another's shape. A check (c-) is filled or a triangle.
const shapes = {
  calendar: <path d="M2.3 3.5h11.4v10H2.3zM2.3 6.6h11.4M5.2 1.8v3M10.8 1.8v3" />,
  plus: <path d="M8 3v10M3 8h10" />,
  warn: (
    <>
      <path d="M8 2.2 14.4 13.4H1.6z" />
      <path d="M8 6.4v3.2M8 11.6v.1" />
    </>
  ),
  returned: (
    <>
      <path d="M6 3.5 2.8 6.7 6 9.9" />
      <path d="M3 6.7h6.6a3.4 3.4 0 0 1 0 6.8H7" />
    </>
  ),
  'p-on': (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path className="f" d="M8 4.4a3.6 3.6 0 0 1 0 7.2z" />
    </>
  ),
  'p-none': <circle cx="8" cy="8" r="5.7" strokeDasharray="2.2 1.8" />,
  'v-part': (
    <>
      <rect x="2.2" y="2.2" width="11.6" height="11.6" rx="2" />
      <path className="f" d="M8 4.2h3.8v7.6H8z" />
    </>
  ),
  'p-done': (
    <>
      <circle className="f" cx="8" cy="8" r="6.5" />
      <path className="k" d="m5.2 8.2 2 2 3.7-4" />
    </>
  ),
  brand: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path className="f" d="M8 8V1.4A6.6 6.6 0 0 1 14.6 8z" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.3 3.3" />
    </>
  ),
  home: <path d="M2.5 7.2 8 2.7l5.5 4.5v6.3h-4V9.8h-3v3.7h-4z" />,
  audit: (
    <>
      <path d="M3.5 1.8h6l3 3v9.4h-9z" />
      <path d="M9.2 2v3.2h3.2M5.8 8h4.4M5.8 10.8h4.4" />
    </>
  ),
  response: (
    <>
      <path d="M3.5 1.8h6l3 3v9.4h-9z" />
      <path d="M5.8 5.4h2.4M5.8 8h4.4M5.6 11.7c.9-1.5 1.5-1.5 1.9 0 .4-.9.9-.9 1.3 0h1.6" />
    </>
  ),
  recommendations: <path d="m2 4 1.2 1.2L5.4 3M2 11l1.2 1.2L5.4 10M8 4.2h6M8 11.2h6" />,
  control: (
    <>
      <path d="M8 1.8 13 3.6v4.2c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4V3.6z" />
      <path d="m5.8 7.8 1.6 1.6 2.9-3" />
    </>
  ),
  plan: (
    <>
      <circle cx="8" cy="8" r="6" />
      <circle cx="8" cy="8" r="2.6" />
    </>
  ),
  report: <path d="M2.5 13.5h11M4.2 11V7.5M8 11V3M11.8 11V5.5" />,
  gear: (
    <>
      <circle cx="8" cy="8" r="2.1" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" />
    </>
  ),
  down: <path d="m4 6.2 4 4 4-4" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  link: (
    <>
      <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8" />
      <path d="M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.8-.8" />
    </>
  ),
  download: <path d="M8 2.2v8M4.8 7.2 8 10.4l3.2-3.2M2.5 13.5h11" />,
  's-yes': (
    <>
      <path
        className="f"
        d="M1.5 3.8A2.3 2.3 0 0 1 3.8 1.5h8.4a2.3 2.3 0 0 1 2.3 2.3v4.9a2.3 2.3 0 0 1-2.3 2.3H8l-3.6 3.4V11h-.6a2.3 2.3 0 0 1-2.3-2.3z"
      />
      <path className="k" d="m5.2 6.2 2 2 3.7-3.8" />
    </>
  ),
  's-part': (
    <>
      <path d="M2.2 3.8a1.6 1.6 0 0 1 1.6-1.6h8.4a1.6 1.6 0 0 1 1.6 1.6v4.9a1.6 1.6 0 0 1-1.6 1.6H7.8l-2.7 2.5v-2.5H3.8a1.6 1.6 0 0 1-1.6-1.6z" />
      <path className="f" d="M8 4.2h3.8v4.1H8z" />
    </>
  ),
  's-none': (
    <path
      strokeDasharray="2.2 1.8"
      d="M2.2 3.8a1.6 1.6 0 0 1 1.6-1.6h8.4a1.6 1.6 0 0 1 1.6 1.6v4.9a1.6 1.6 0 0 1-1.6 1.6H7.8l-2.7 2.5v-2.5H3.8a1.6 1.6 0 0 1-1.6-1.6z"
    />
  ),
  check: <path d="m3 8.4 3.2 3.2L13 4.8" />,
  differs: <path d="M3 6h10M3 10h10M10.8 2.8 5.2 13.2" />,
  bold: <path d="M4.5 2.8h4.2a2.6 2.6 0 0 1 0 5.2H4.5zM4.5 8h5a2.6 2.6 0 0 1 0 5.2h-5z" />,
  italic: <path d="M6.5 2.8h5M4.5 13.2h5M9.3 2.8 6.7 13.2" />,
  bullets: (
    <>
      <path d="M6 4h7.5M6 8h7.5M6 12h7.5" />
      <g className="f">
        <circle cx="3" cy="4" r="1" />
        <circle cx="3" cy="8" r="1" />
        <circle cx="3" cy="12" r="1" />
      </g>
    </>
  ),
  numbers: <path d="M6.5 4h7M6.5 8h7M6.5 12h7M2.4 3l1-.6V5.4M2 10.6h1.8L2 13h2" />,
  more: (
    <>
      <g className="f">
        <circle cx="3.4" cy="8" r="1.2" />
        <circle cx="8" cy="8" r="1.2" />
        <circle cx="12.6" cy="8" r="1.2" />
      </g>
    </>
  ),
  close: <path d="m3.8 3.8 8.4 8.4M12.2 3.8l-8.4 8.4" />,
  left: <path d="m9.8 4-4 4 4 4" />,
  right: <path d="m6.2 4 4 4-4 4" />,
  eye: (
    <>
      <path d="M1.6 8S4 3.7 8 3.7 14.4 8 14.4 8 12 12.3 8 12.3 1.6 8 1.6 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  print: (
    <>
      <path d="M4.5 6V2.2h7V6M4.5 11.5H2.3V6h11.4v5.5h-2.2" />
      <path d="M4.5 9.5h7v4.3h-7z" />
    </>
  ),
  'v-ok': (
    <>
      <rect className="f" x="1.5" y="1.5" width="13" height="13" rx="2.5" />
      <path className="k" d="m4.8 8.2 2.2 2.2 4.2-4.5" />
    </>
  ),
  filter: <path d="M2 3.5h12M4.4 8h7.2M6.8 12.5h2.4" />,
  'v-no': (
    <>
      <rect className="f" x="1.5" y="1.5" width="13" height="13" rx="2.5" />
      <path className="k" d="m5.4 5.4 5.2 5.2M10.6 5.4l-5.2 5.2" />
    </>
  ),
  'v-none': <rect x="2.2" y="2.2" width="11.6" height="11.6" rx="2" strokeDasharray="2.4 1.9" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.6V8l2.3 1.6" />
    </>
  ),
  's-dep': (
    <>
      <path d="M2.2 3.8a1.6 1.6 0 0 1 1.6-1.6h8.4a1.6 1.6 0 0 1 1.6 1.6v4.9a1.6 1.6 0 0 1-1.6 1.6H7.8l-2.7 2.5v-2.5H3.8a1.6 1.6 0 0 1-1.6-1.6z" />
      <path d="M5 6.2h5.6M8.8 4.3l1.9 1.9-1.9 1.9" />
    </>
  ),
  's-no': (
    <>
      <path
        className="f"
        d="M1.5 3.8A2.3 2.3 0 0 1 3.8 1.5h8.4a2.3 2.3 0 0 1 2.3 2.3v4.9a2.3 2.3 0 0 1-2.3 2.3H8l-3.6 3.4V11h-.6a2.3 2.3 0 0 1-2.3-2.3z"
      />
      <path className="k" d="m6 4.3 4 4M10 4.3l-4 4" />
    </>
  ),
  'p-off': (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M5.3 8h5.4" />
    </>
  ),
  's-min': (
    <>
      <path d="M2.2 3.8a1.6 1.6 0 0 1 1.6-1.6h8.4a1.6 1.6 0 0 1 1.6 1.6v4.9a1.6 1.6 0 0 1-1.6 1.6H7.8l-2.7 2.5v-2.5H3.8a1.6 1.6 0 0 1-1.6-1.6z" />
      <path d="M5.4 6.2h5.2" />
    </>
  ),
  up: <path d="m4 9.8 4-4 4 4" />,
  merge: <path d="M3 2.8 8 8l5-5.2M8 8v5.5" />,
  split: <path d="M3 13.2 8 8l5 5.2M8 8V2.5" />,
  shield: <path d="M8 1.8 13.2 3.6v4.2c0 3.2-2.2 5.3-5.2 6.4-3-1.1-5.2-3.2-5.2-6.4V3.6z" />,
  lock: (
    <>
      <path d="M3.5 7h9v6.5h-9z" />
      <path d="M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2" />
    </>
  ),
  attachment: <path d="m12.8 7.6-5 5a3 3 0 0 1-4.3-4.3l5.4-5.4a2 2 0 0 1 2.9 2.9L6.6 11a1 1 0 0 1-1.4-1.4l4.6-4.6" />,
  mail: (
    <>
      <path d="M2 3.8h12v8.4H2z" />
      <path d="m2.3 4.2 5.7 4.6 5.7-4.6" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.4v3.8M8 4.9V5" />
    </>
  ),
  user: (
    <>
      <circle cx="8" cy="5.4" r="2.7" />
      <path d="M2.8 13.8a5.2 5.2 0 0 1 10.4 0" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.6" r="2.3" />
      <path d="M1.8 13a4.2 4.2 0 0 1 8.4 0M10.4 3.5a2.3 2.3 0 0 1 0 4.2M11.6 9.2a4.2 4.2 0 0 1 2.6 3.8" />
    </>
  ),
  house: <path d="M2.2 13.5h11.6M3.2 6.2 8 2.6l4.8 3.6zM4.4 6.4v7M8 6.4v7M11.6 6.4v7" />,
  pencil: <path d="m10.6 2.9 2.5 2.5-7.6 7.6-3 .5.5-3z" />,
  'sign-out': <path d="M6.5 2.5h-4v11h4M6.5 8h7.3M10.8 5l3 3-3 3" />,
  'p-cont': (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M5 8.2c1-1.9 2-1.9 3 0s2 1.9 3 0" />
    </>
  ),
  'v-gone': (
    <>
      <rect x="2.2" y="2.2" width="11.6" height="11.6" rx="2" />
      <path d="M5.2 8h5.6" />
    </>
  ),
  'c-ok': (
    <>
      <circle className="f" cx="8" cy="8" r="6.5" />
      <path className="k" d="m5.2 8.2 2 2 3.7-4" />
    </>
  ),
  'c-min': <path d="M8 2.4 13.8 13H2.2z" />,
  'c-maj': (
    <>
      <path className="f" d="M8 1.4 14.8 14H1.2z" />
      <path className="k" d="M8 6v3.6M8 11.6v.1" />
    </>
  ),
  'c-np': (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="m4.2 11.8 7.6-7.6" />
    </>
  ),
  'c-plan': <circle cx="8" cy="8" r="3.2" />,
  'c-late': (
    <>
      <circle cx="8" cy="8" r="5.7" strokeDasharray="2.2 1.8" />
      <path d="M8 5v3.4M8 10.7v.1" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

/** A drawing beside a word; hidden from screen readers, since the word says it. */
export function Icon({ name, tone }: { name: IconName; tone?: 'ok' | 'warn' | 'bad' | undefined }) {
  return (
    <svg className={tone ? `i ${tone}` : 'i'} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  )
}
