'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { drawCircles } from '@/lib/circles/draw'

const MOST = 500

/** Draws circles by lot, in a size that is said. */
export function DrawCircles({
  people,
  onDraw,
}: {
  readonly people: readonly string[]
  readonly onDraw: (circles: readonly (readonly string[])[]) => void
}) {
  const [size, setSize] = useState('5')
  const wanted = Number(size)
  const isGood = Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isGood) onDraw(drawCircles(people, wanted, Math.random))
  }
  return (
    <form className="row circle-draw" onSubmit={submit} noValidate>
      <TextField
        label="People in a circle"
        inputMode="numeric"
        value={size}
        error={isGood ? null : `Type a number from 1 to ${MOST}.`}
        onChange={(event) => setSize(event.currentTarget.value)}
      />
      <Button type="submit" disabled={people.length === 0}>
        Draw at random
      </Button>
    </form>
  )
}
