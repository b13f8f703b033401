const paths: Record<string, string> = {
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M9 9h.01',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.5h4M4 14.5h4M16 9.5h4M16 14.5h4',
  spark: 'M12 3l2 6 6 2-6 2-2 6-2-6-6-2 6-2zM19 17v4M17 19h4',
  board: 'M3 5h8v6H3zM13 5h8v6h-8zM3 13h8v6H3zM13 13h8v6h-8z',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 20c1-4 4-6 8-6s7 2 8 6',
  stack: 'M12 3l9 5-9 5-9-5zM3 12l9 5 9-5M3 16l9 5 9-5',
  wand: 'M5 19L15 9M13 7l4 4M17 3v3M20 6h-3M8 4v2M9 5H7',
  brush: 'M4 20c3 0 5-1 5-4l9-11 2 2-11 9c0 3-2 4-5 4z',
  scissors: 'M6 9a3 3 0 100-6 3 3 0 000 6zM6 21a3 3 0 100-6 3 3 0 000 6zM8.500 7.500L20 18M8.500 16.500L20 6',
  arrows: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  cube: 'M12 3l8 4.500v9L12 21l-8-4.500v-9zM12 12l8-4.500M12 12v9M12 12L4 7.500',
  swap: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  bones: 'M7 7l10 10M5 9a2 2 0 113-3M16 19a2 2 0 103-3M9 5a2 2 0 10-4 0M19 15a2 2 0 110 4',
  voice: 'M12 3a3 3 0 013 3v6a3 3 0 01-6 0V6a3 3 0 013-3zM5 11a7 7 0 0014 0M12 18v3',
  note: 'M9 18a3 2.500 0 11-6 0 3 2.500 0 016 0zM21 16a3 2.500 0 11-6 0 3 2.500 0 016 0zM9 18V6l12-2v12',
  burst: 'M3 12h3l3-7 4 14 3-9 2 2h3',
  lines: 'M4 6h16M4 10h12M4 14h16M4 18h9',
  globe: 'M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  gallery: 'M3 3h8v10H3zM13 3h8v6h-8zM13 11h8v10h-8zM3 15h8v6H3z',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3 2',
  team: 'M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2 20c.5-4 3-6 7-6s6.500 2 7 6M16 4.500a3.500 3.500 0 010 6.500M18 14c2.500.5 4 2.500 4 6',
  help: 'M12 3a9 9 0 100 18 9 9 0 000-18zM9.500 9.500a2.500 2.500 0 113.500 2.300c-.7.400-1 .9-1 1.700M12 17h.01',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500L19 19M5 19l1.500-1.500M17.500 6.500L19 5',
  moon: 'M20 14.500A8.500 8.500 0 119.500 4a7 7 0 0010.500 10.500z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  dev: 'M8 8l-4 4 4 4M16 8l4 4-4 4M13.500 5l-3 14',
  quick: 'M13 2L5 13h6l-1 9 8-12h-6z',
}

export function Icon({ name }: { name: string }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
