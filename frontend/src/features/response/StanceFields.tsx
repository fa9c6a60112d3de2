import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { Checkbox, Choices } from '@/components/Choices'
import { optionsOf, Select } from '@/components/Select'
import { answer as t, response as names } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import type { AnswerContent, Response, Stance } from './api'
import { titleAddress } from './parts'

/** What the committee says of the recommendation, and what may stand beside its stance. */
export function StanceFields({
  response,
  content,
  set,
}: {
  response: Response
  content: AnswerContent
  set: (changes: Partial<AnswerContent>) => void
}) {
  const common = response.content.commonStance
  return (
    <>
      {common === null ? (
        <Choices<Stance>
          label={t.stance}
          value={content.stance}
          onChange={(stance) => set({ stance })}
          options={optionsOf(values.stance)}
        />
      ) : (
        <div className="field">
          <span className="label">{t.common}</span>
          <p className="sub">
            {t.commonHelp(names.commonStances[common])}{' '}
            <Link to="/yttranden/$id" params={{ id: response.id }} search={{ del: titleAddress }} resetScroll={false}>
              {t.changeCommon}
            </Link>
          </p>
        </div>
      )}
      <BesideStance response={response} content={content} set={set} />
    </>
  )
}

function BesideStance({
  response,
  content,
  set,
}: {
  response: Response
  content: AnswerContent
  set: (changes: Partial<AnswerContent>) => void
}) {
  const { data: committees } = useSuspenseQuery(committeesQuery)
  const [choosing, setChoosing] = useState(false)
  const depends = choosing || content.dependsOnCommitteeId !== null
  const others = committees.filter(({ id }) => id !== response.committeeId)

  function setDepends(on: boolean) {
    setChoosing(on)
    if (!on) set({ dependsOnCommitteeId: null })
  }

  return (
    <div className="field">
      <div className="row beside" role="group" aria-label={t.beside}>
        <Checkbox
          label={values.alreadyAddressed}
          value={content.alreadyAddressed}
          onChange={(alreadyAddressed) => set({ alreadyAddressed })}
        />
        <Checkbox label={t.dependsOn} value={depends} onChange={setDepends} />
      </div>
      {depends && (
        <Select
          label={t.dependsOnWhich}
          value={content.dependsOnCommitteeId}
          onChange={(dependsOnCommitteeId) => set({ dependsOnCommitteeId })}
          options={others.map(({ id, content: { name } }) => ({ id, label: name }))}
        />
      )}
    </div>
  )
}
