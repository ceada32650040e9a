// Pages lay out what they were given, and some lay out a lot. Everything else in app is a door of forty lines; these few are longer.

/** Files of `app` that are longer than their limit. Nothing else may be; a file that has become shorter leaves the list. */
export const LONG_DOORS: readonly string[] = [
  // What several forms answer with, the one list of the nouns, and the frame around all pages.
  'app/(auth)/answer.ts',
  'app/api/v1/router.ts',
  'app/layout.tsx',
  // Parts of a page, each of which stands in its page alone.
  'app/assignments/[id]/overview-page.tsx',
  'app/readings/[slug]/below-section.tsx',
  // Pages of more than one part.
  'app/(auth)/sign-in/page.tsx',
  'app/admin/page.tsx',
  'app/anchors/page.tsx',
  'app/assignments/[id]/edit/page.tsx',
  'app/assignments/[id]/grading/[personId]/page.tsx',
  'app/assignments/[id]/page.tsx',
  'app/assignments/[id]/participation/[personId]/page.tsx',
  'app/groups/[slug]/circles/page.tsx',
  'app/groups/[slug]/gradebook/page.tsx',
  'app/groups/[slug]/page.tsx',
  'app/groups/[slug]/roster/page.tsx',
  'app/readings/[slug]/anchors/page.tsx',
  'app/readings/[slug]/notes/page.tsx',
  'app/readings/[slug]/page.tsx',
]
