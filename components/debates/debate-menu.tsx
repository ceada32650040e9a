'use client'

import { useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { saveAs } from '@/components/ui/save-as'
import { useDebate } from './debate-context'
import { debatesApi } from './debates-api'
import { ForecastForm } from './forecast-form'
import { ImportDialog } from './import-dialog'

/** What is to be had of a debate as a whole: its own page, files in and out. */
export function DebateMenu({ href }: { readonly href: string }) {
  const { id, can, theses, thesisId } = useDebate(({ debate }) => debate)
  const [asked, setAsked] = useState<'import' | 'forecast' | null>(null)
  const thesis = theses.find((each) => each.id === thesisId)
  const save = async (format: 'aif' | 'tree' | 'outline') => {
    if (format === 'outline') {
      const { text } = await debatesApi.debates.outline({ id })
      return saveAs('debate.md', text, 'text/markdown')
    }
    const graph = await debatesApi.debates[format]({ id })
    saveAs(`debate-${format}.json`, JSON.stringify(graph, null, 2), 'application/json')
  }
  return (
    <>
      <Menu trigger={<IconButton icon="more" label="More on this debate" size="sm" />}>
        <MenuLink icon="link" href={href}>
          Its own page
        </MenuLink>
        {thesis?.can.forecast && (
          <MenuItem icon="forecast" onSelect={() => setAsked('forecast')}>
            Ask how likely the thesis is
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon="download" onSelect={() => void save('outline')}>
          Save as outline (Markdown)
        </MenuItem>
        <MenuItem icon="download" onSelect={() => void save('tree')}>
          Save as nested JSON
        </MenuItem>
        <MenuItem icon="download" onSelect={() => void save('aif')}>
          Save as AIF
        </MenuItem>
        {can.arrange && (
          <MenuItem icon="upload" onSelect={() => setAsked('import')}>
            Import an outline…
          </MenuItem>
        )}
      </Menu>
      {asked === 'import' && <ImportDialog onClose={() => setAsked(null)} />}
      {asked === 'forecast' && thesis && (
        <ForecastForm claim={thesis} onClose={() => setAsked(null)} />
      )}
    </>
  )
}
