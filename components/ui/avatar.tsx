import { initialsOf } from './initials'

type AvatarProps = {
  readonly name: string
  readonly size?: 20 | 24 | 28 | 32 | 40
  /** Whether this is the reader himself. */
  readonly me?: boolean
  /** Whether this person is here now. */
  readonly here?: boolean
}

/** A person's initials. The name stands beside it or is said by whatever holds it, so it is silent itself. */
export function Avatar({ name, size = 24, me = false, here = false }: AvatarProps) {
  const classes = [
    'avatar',
    size === 24 ? null : `avatar-${size}`,
    me ? 'avatar-me' : null,
    here ? 'avatar-here' : null,
  ]
  return (
    <span className={classes.filter(Boolean).join(' ')} title={name} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** A few people overlapping, named together for screen readers. */
export function Avatars({
  people,
  size,
  label,
}: {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly size?: AvatarProps['size']
  readonly label: string
}) {
  return (
    <span className="avatars" role="img" aria-label={label}>
      {people.map((person) => (
        <Avatar key={person.id} name={person.name} size={size} />
      ))}
    </span>
  )
}
