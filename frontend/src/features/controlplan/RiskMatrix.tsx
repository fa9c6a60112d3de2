import { type KeyboardEvent, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Checkbox } from '@/components/Choices'
import { matrix as t, risks as words } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import type { ControlPlan, Risk, Which } from './api'
import { type Cell, earlierOf, levels, rowsOf, shadowsOf, standsAt, stepped } from './matrix'
import { useMoving } from './useMoving'

const whiches: readonly Which[] = ['inherent', 'current', 'target']
const looks: Record<Which, string> = { inherent: 'gross', current: '', target: 'goal' }

interface Choosing {
  selected: string | null
  onSelect: (id: string | null) => void
}

/**
 * The risks by likelihood and consequence. One is chosen by a press, and moved by the arrow keys or by being dragged;
 * where it stood in the plan before is shown beside.
 */
export function RiskMatrix({ plan, selected, onSelect }: { plan: ControlPlan } & Choosing) {
  const [which, setWhich] = useState<Which>('current')
  const [withEarlier, setWithEarlier] = useState(plan.earlier !== null)
  const { earlier, risks } = plan
  const chosen = risks.find(({ id }) => id === selected)
  const unplaced = risks.filter(({ content }) => content[which] === null)
  const mayMove = plan.may.includes('edit_risks')
  return (
    <section className="panel in" aria-labelledby="matrix">
      <div className="head">
        <h2 id="matrix">{t.title}</h2>
        <ToggleButtonGroup
          className="seg end"
          aria-label={t.which}
          disallowEmptySelection
          selectedKeys={[which]}
          onSelectionChange={(keys) => setWhich([...keys][0] as Which)}
        >
          {whiches.map((one) => (
            <ToggleButton key={one} id={one}>
              {words[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <table className="matrix">
        <caption className="vh">{t.caption(words[which], chosen ? words.number(chosen.number) : '')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t.likelihood}</span>
            </th>
            {plan.scale.consequence.map(({ label, description }, step) => (
              <th key={step} scope="col" title={description}>
                {t.step(step + 1, label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(plan.scale).map((row, place) => (
            <Row key={place} plan={plan} row={row}>
              {(cell) => (
                <CellOfRisks
                  key={cell.point.consequence}
                  {...{ plan, cell, which, selected, onSelect, mayMove, withEarlier }}
                />
              )}
            </Row>
          ))}
        </tbody>
      </table>
      <ul className="key" aria-label={t.key}>
        {whiches.map((one) => (
          <li key={one}>
            <span className={`dot ${looks[one]}`} aria-hidden="true">
              R
            </span>
            {words[one].toLowerCase()}
          </li>
        ))}
        <li className="dim">{t.axes}</li>
      </ul>
      {earlier && <Checkbox label={t.lastYear(earlier.year)} value={withEarlier} onChange={setWithEarlier} />}
      {unplaced.length > 0 && (
        <p className="cap">
          {t.unplaced}: {unplaced.map(({ number }) => words.number(number)).join(', ')}
        </p>
      )}
      {mayMove && risks.length > 0 && <p className="cap">{t.help}</p>}
    </section>
  )
}

function Row({ plan, row, children }: { plan: ControlPlan; row: Cell[]; children: (cell: Cell) => React.ReactNode }) {
  const likelihood = row[0]?.point.likelihood ?? 0
  const step = plan.scale.likelihood[likelihood - 1]
  return (
    <tr>
      <th scope="row" title={step?.description}>
        {t.step(likelihood, step?.label ?? '')}
      </th>
      {row.map(children)}
    </tr>
  )
}

const carried = 'application/x-risk'

function CellOfRisks({
  plan,
  cell,
  which,
  selected,
  onSelect,
  mayMove,
  withEarlier,
}: { plan: ControlPlan; cell: Cell; which: Which; mayMove: boolean; withEarlier: boolean } & Choosing) {
  const move = useMoving(plan, which)
  const here = plan.risks.filter(({ content }) => standsAt(content[which], cell))
  const chosen = plan.risks.find(({ id }) => id === selected)

  function drop(id: string) {
    const risk = plan.risks.find((one) => one.id === id)
    if (risk && !standsAt(risk.content[which], cell)) move(risk, cell.point)
  }

  return (
    <td
      className={`l${levels.indexOf(cell.level) + 1}`}
      onDragOver={(event) => mayMove && event.dataTransfer.types.includes(carried) && event.preventDefault()}
      onDrop={(event) => drop(event.dataTransfer.getData(carried))}
    >
      <span className="lv">{t.place(values.riskLevel[cell.level], cell.value)}</span>
      <ul className="c">
        {here.map((risk) => (
          <li key={risk.id}>
            <RiskDot
              risk={risk}
              look={looks[which]}
              isSelected={risk.id === selected}
              onSelect={onSelect}
              mayMove={mayMove}
              onStep={(key) => {
                const to = risk.content[which] && stepped(plan.scale, risk.content[which], key)
                if (to) move(risk, to)
              }}
            />
          </li>
        ))}
        {shadowsOf(chosen, which, cell).map((other) => (
          <li key={other} className={`dot on ${looks[other]}`}>
            {words.number(chosen?.number ?? 0)}
            <span className="vh">{t.was(words[other])}</span>
          </li>
        ))}
        {withEarlier &&
          plan.risks.map((risk) => <Earlier key={risk.id} plan={plan} risk={risk} cell={cell} which={which} />)}
      </ul>
    </td>
  )
}

function RiskDot({
  risk,
  look,
  isSelected,
  onSelect,
  mayMove,
  onStep,
}: {
  risk: Risk
  look: string
  isSelected: boolean
  onSelect: (id: string | null) => void
  mayMove: boolean
  onStep: (key: string) => void
}) {
  function step(event: KeyboardEvent) {
    if (!mayMove || !event.key.startsWith('Arrow')) return
    event.preventDefault()
    onSelect(risk.id)
    onStep(event.key)
  }
  return (
    <button
      type="button"
      className={`dot ${look} ${isSelected ? 'on' : ''}`}
      aria-pressed={isSelected}
      aria-label={`${words.number(risk.number)} ${risk.content.title}`}
      title={risk.content.title}
      draggable={mayMove}
      data-risk={risk.id}
      onClick={() => onSelect(isSelected ? null : risk.id)}
      onKeyDown={step}
      onDragStart={(event) => event.dataTransfer.setData(carried, risk.id)}
    >
      {words.number(risk.number)}
    </button>
  )
}

/** Where a risk stood in the plan before, when it has moved since. */
function Earlier({ plan, risk, cell, which }: { plan: ControlPlan; risk: Risk; cell: Cell; which: Which }) {
  const earlier = earlierOf(plan, risk)
  if (!plan.earlier || !earlier || !standsAt(earlier.point, cell) || standsAt(risk.content[which], cell)) return null
  return (
    <li className="dot prev">
      {words.number(risk.number)}
      <small aria-hidden="true">{t.prev(plan.earlier.year)}</small>
      <span className="vh">{t.inYear(plan.earlier.year)}</span>
    </li>
  )
}
