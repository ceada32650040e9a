'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import type { ClaimShape, ForecastShape } from '@/lib/debates/contract/shapes'
import { useDebateStore } from './debate-context'
import { debatesApi } from './debates-api'
import { ForecastChart } from './forecast-chart'

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A question of probability: what it asks, how it will be decided, what one holds likely oneself, what the group does. */
export function ForecastView({ claim }: { readonly claim: ClaimShape }) {
  const { forecast } = claim
  const id = useId()
  if (!forecast) return null
  const { question, criteria, dueOn, people, resolution, can } = forecast
  return (
    <section className="forecast" aria-labelledby={id}>
      <div className="f-text">
        <p className="att">
          <Icon name="forecast" size={14} />
          Forecast
        </p>
        <h4 id={id}>{question}</h4>
        <p className="f-crit">
          {criteria} Until {DAY.format(new Date(dueOn))}.
        </p>
        <p className="meta num">
          {people === 1 ? '1 person forecasts' : `${people} people forecast`}
        </p>
        {resolution && <Resolution resolution={resolution} />}
        {can.give && <OwnProbability claim={claim} forecast={forecast} />}
        {can.resolve && <ResolveForm claim={claim} />}
      </div>
      <ForecastChart forecast={forecast} />
    </section>
  )
}

function Resolution({
  resolution: { happened, at, by, note },
}: {
  readonly resolution: NonNullable<ForecastShape['resolution']>
}) {
  return (
    <p className="f-resolution">
      <Icon name="resolve" size={14} /> {happened ? 'It happened.' : 'It did not happen.'}{' '}
      <span className="meta">
        Resolved{by ? ` by ${by}` : ''}, {DAY.format(new Date(at))}. {note}
      </span>
    </p>
  )
}

function OwnProbability({
  claim,
  forecast,
}: {
  readonly claim: ClaimShape
  readonly forecast: ForecastShape
}) {
  const store = useDebateStore()
  const id = useId()
  const last = forecast.mine.at(-1)
  const before = forecast.mine.at(-2)
  const [percent, setPercent] = useState(last?.percent ?? 50)
  const given = last?.percent === percent
  return (
    <div className="f-you">
      <label className="label" htmlFor={id}>
        Your probability
      </label>
      <div className="f-set">
        <input
          id={id}
          className="range"
          type="range"
          min={0}
          max={100}
          value={percent}
          aria-valuetext={`${percent} per cent`}
          onChange={({ target }) => setPercent(Number(target.value))}
        />
        <output className="num" htmlFor={id}>
          {percent} %
        </output>
        <Button
          size="sm"
          disabled={given}
          onClick={() =>
            void store.ask(() => debatesApi.claims.giveProbability({ id: claim.id, percent }))
          }
        >
          {last ? 'Change' : 'Give it'}
        </Button>
      </div>
      {last && (
        <p className="meta num">
          Last given {DAY.format(new Date(last.at))}
          {before ? `, from ${before.percent} %` : ''}
        </p>
      )}
    </div>
  )
}

function ResolveForm({ claim: { id } }: { readonly claim: ClaimShape }) {
  const store = useDebateStore()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const resolve = (happened: boolean) =>
    void store.ask(() => debatesApi.claims.resolveForecast({ id, happened, note }))
  if (!open) {
    return (
      <button type="button" className="textlink" onClick={() => setOpen(true)}>
        Resolve it
      </button>
    )
  }
  return (
    <div className="f-resolve">
      <TextField
        label="How you know"
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="row">
        <Button size="sm" onClick={() => resolve(true)}>
          It happened
        </Button>
        <Button size="sm" onClick={() => resolve(false)}>
          It did not
        </Button>
        <Button variant="ghost" size="sm" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
