// The names by which classmates know each other in an assignment: an adjective and a bird, so that nobody takes one for a real name.

const ADJECTIVES = [
  ...['Amber', 'Ashen', 'Autumn', 'Azure', 'Bold', 'Brave', 'Bright', 'Brisk', 'Calm', 'Candid'],
  ...['Clear', 'Clever', 'Cobalt', 'Copper', 'Coral', 'Crimson', 'Early', 'Fair', 'Gentle'],
  ...['Golden', 'Green', 'Grey', 'Hazel', 'Indigo', 'Ivory', 'Jade', 'Keen', 'Kind', 'Late'],
  ...['Lively', 'Lunar', 'Merry', 'Mild', 'Misty', 'Noble', 'Ochre', 'Olive', 'Patient', 'Plain'],
  ...['Proud', 'Quick', 'Quiet', 'Rapid', 'Ruby', 'Russet', 'Sandy', 'Scarlet', 'Silent', 'Silver'],
  ...['Sincere', 'Slate', 'Solar', 'Steady', 'Stormy', 'Sunny', 'Swift', 'Tawny', 'Teal', 'Violet'],
  ...['Warm', 'White', 'Wild', 'Winter', 'Wise'],
]
const BIRDS = [
  ...['Avocet', 'Bittern', 'Blackbird', 'Bunting', 'Bustard', 'Buzzard', 'Chough', 'Coot'],
  ...['Cormorant', 'Crake', 'Crane', 'Crow', 'Cuckoo', 'Curlew', 'Dipper', 'Dove', 'Dunlin'],
  ...[
    'Egret',
    'Falcon',
    'Finch',
    'Gannet',
    'Godwit',
    'Goose',
    'Grebe',
    'Grouse',
    'Gull',
    'Harrier',
  ],
  ...['Heron', 'Hoopoe', 'Jackdaw', 'Jay', 'Kestrel', 'Kingfisher', 'Kite', 'Lapwing', 'Lark'],
  ...['Linnet', 'Magpie', 'Martin', 'Merlin', 'Nightjar', 'Nuthatch', 'Oriole', 'Osprey', 'Ouzel'],
  ...['Owl', 'Partridge', 'Petrel', 'Pipit', 'Plover', 'Puffin', 'Quail', 'Raven', 'Robin', 'Rook'],
  ...[
    'Sandpiper',
    'Shearwater',
    'Skua',
    'Snipe',
    'Sparrow',
    'Starling',
    'Stork',
    'Swallow',
    'Swan',
  ],
  ...[
    'Tern',
    'Thrush',
    'Turnstone',
    'Wagtail',
    'Warbler',
    'Waxwing',
    'Whimbrel',
    'Woodcock',
    'Wren',
  ],
]

/** A pseudonym, of some 4,700, by a source of random numbers from 0 to below 1. Two students may draw the same: who stores it looks. */
export function drawPseudonym(random: () => number): string {
  return `${oneOf(ADJECTIVES, random)} ${oneOf(BIRDS, random)}`
}

function oneOf(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? ''
}
