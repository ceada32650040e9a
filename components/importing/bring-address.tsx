'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { ApiProblem } from '@/lib/api/client'

/** Giving the address of a page on the web. */
export function BringAddress({ query }: { readonly query: string }) {
  const router = useRouter()
  const [address, setAddress] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)

  const submitted = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const whole = withScheme(address)
    if (whole === '') {
      setError('Paste the address of the page.')
      return
    }
    setPending(true)
    setError(null)
    try {
      const { id } = await api.imports.create({ address: whole })
      router.push(`/imports/${id}${query}`)
    } catch (problem) {
      setError(problem instanceof ApiProblem ? problem.message : 'Something went wrong. Try again.')
      setPending(false)
    }
  }
  return (
    <form className="bring-address" onSubmit={(event) => void submitted(event)} noValidate>
      <TextField
        label="Address of the page"
        className="input-lg"
        type="url"
        inputMode="url"
        placeholder="https://"
        hint="The article is taken, menus and side columns are not. Only pages that everybody can open."
        value={address}
        error={error}
        onChange={(event) => setAddress(event.target.value)}
      />
      <div className="row">
        <Button look="primary" size="lg" type="submit" disabled={isPending}>
          {isPending ? 'Asking…' : 'Fetch the page'}
        </Button>
      </div>
    </form>
  )
}

function withScheme(address: string): string {
  const bare = address.trim()
  return bare === '' || /^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : `https://${bare}`
}
