import { useId } from 'react'
import { TextField } from '@/components/ui/field'

/** In which time zone a course writes its dates: typed, with the names there are as suggestions. */
export function TimeZoneField({ timeZone }: { readonly timeZone: string }) {
  const id = useId()
  return (
    <>
      <TextField
        label="Time zone of the course"
        hint="Due times are typed and shown in it. Times that are set already stay the same moments."
        name="timeZone"
        list={id}
        required
        maxLength={64}
        autoComplete="off"
        defaultValue={timeZone}
      />
      <datalist id={id}>
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
