// The people of the demo world. Nobody here is real; their addresses end in a name that can never receive mail.

/** The one password of all demo people: printed at start, shown on the sign-in page, and good for nothing else. */
export const DEMO_PASSWORD = 'colloquy-demo'

/** What every demo address ends in: `.example` is reserved (RFC 2606), so no mail can leave for it. */
export const DEMO_DOMAIN = 'demo.colloquy.example'

export const PEOPLE = {
  ana: { name: 'Ana Beltrão', demoRole: 'Analyst, East Asia desk' },
  ruth: { name: 'Ruth Adeyemi', demoRole: 'Moderator of the desk' },
  ingrid: { name: 'Ingrid Sørbø', demoRole: 'Instructor, Reading evidence' },
  chidi: { name: 'Chidi Okonkwo', demoRole: 'Student, two notes to go' },
  noor: { name: 'Noor Haddad', demoRole: 'Head of the East Asia desk' },
  mateusz: { name: 'Mateusz Zieliński', demoRole: 'Analyst, land forces' },
  ha: { name: 'Nguyễn Thu Hà', demoRole: 'Analyst, forecasting' },
  seoyeon: { name: '박서연', demoRole: 'Analyst, Korean sources' },
  lucja: { name: 'Łucja Wrona', demoRole: 'Economist, sanctions' },
  yusuf: { name: 'Yusuf Demir', demoRole: 'Analyst, treaties' },
  kofi: { name: 'Kofi Mensah', demoRole: 'Teaching assistant, Reading evidence' },
  priya: { name: 'Priya Raghunathan', demoRole: 'Student of history' },
  leila: { name: 'لیلا فراهانی', demoRole: 'Student of translation' },
  danylo: {
    name: 'Данило Коваленко',
    demoRole: 'Keeps the Open room, guest of the desk',
  },
  tomas: { name: 'Tomás Arévalo', demoRole: 'Administrator of this server' },
  sofia: { name: 'Sofía Quintero', demoRole: 'Student of law' },
  jonas: { name: 'Jonas Lindqvist', demoRole: 'Student of physics' },
  amara: { name: 'Amara Diallo', demoRole: 'Student of economics' },
  tuan: { name: 'Phạm Anh Tuấn', demoRole: 'Student of statistics' },
  hanna: { name: 'Hanna Kowalska', demoRole: 'Student of journalism' },
  meiling: { name: 'Lin Mei-ling', demoRole: 'Student of linguistics' },
} as const satisfies Record<string, DemoPerson>

type DemoPerson = {
  readonly name: string
  /** What the sign-in page says beside the name. */
  readonly demoRole: string
}

export type PersonKey = keyof typeof PEOPLE

/** The one administrator of the demo's server. */
export const ADMINISTRATOR: PersonKey = 'tomas'

/** Whether a string names a demo person. */
export function isPersonKey(key: string): key is PersonKey {
  return Object.hasOwn(PEOPLE, key)
}

/** The keys of all demo people, those first whom the sign-in page should offer first. */
export const PERSON_KEYS: readonly PersonKey[] = Object.keys(PEOPLE).filter(isPersonKey)

/** The address that a demo person signs in with. */
export function demoEmail(key: PersonKey): string {
  return `${key}@${DEMO_DOMAIN}`
}
