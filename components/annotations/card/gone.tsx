/** What stands where a post was. */
export function Gone({ by }: { readonly by: 'author' | 'moderator' }) {
  return (
    <p className="body muted gone">Deleted by {by === 'author' ? 'its author' : 'a moderator'}</p>
  )
}
