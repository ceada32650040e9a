import Link from 'next/link'

/** The mark and the name; leads to the library. */
export function Brand() {
  return (
    <Link className="brand" href="/" aria-label="Colloquy, library">
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
      >
        <path d="M2 4.5h9.5M2 10h9.5M2 15.5h6" />
        <path className="brand-voice" d="M14.8 7.2c2.5 1 2.5 4.6 0 5.6" />
      </svg>
      <span>Colloquy</span>
    </Link>
  )
}
