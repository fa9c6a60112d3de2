/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- on a narrow screen the rows become blocks, and browsers then forget what the table was */
import { Link } from '@tanstack/react-router'
import { IconButton } from '@/components/Button'
import { Icon } from '@/components/icons'
import { common } from '@/lib/messages/common'
import { duty as words, wheel as t } from '@/lib/messages/notice'
import type { Duty, WheelItem } from './api'
import { monthsOf, nameOf, type Numbered } from './year'

interface Tools {
  onEdit: (duty: Duty) => void
  onRemove: (duty: Duty) => void
}

/** The year as a list, by month. */
export function YearList({
  rows,
  year,
  today,
  caption,
  ...tools
}: { rows: readonly Numbered[]; year: number; today: string; caption: string } & Tools) {
  const changeable = rows.some(({ item }) => item.duty)
  const headers = [t.number, t.when, t.what, t.who, t.state]
  return (
    <div className="tbl">
      <table className="stacks year" role="table">
        <caption className="vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {headers.map((header, place) => (
              <th key={header} scope="col" role="columnheader" className={place === 0 ? 'num' : undefined}>
                {header}
              </th>
            ))}
            {changeable && (
              <th scope="col" role="columnheader">
                <span className="vh">{common.tools}</span>
              </th>
            )}
          </tr>
        </thead>
        {monthsOf(rows, year).map(({ month, rows }) => (
          <tbody key={month} role="rowgroup">
            <tr className="group" role="row">
              <th colSpan={changeable ? 6 : 5} scope="rowgroup" role="rowheader">
                {t.months[month]}
              </th>
            </tr>
            {rows.map((row) => (
              <Row
                key={`${row.item.kind}${row.item.id}${row.item.startsOn}`}
                row={row}
                today={today}
                changeable={changeable}
                {...tools}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Row({ row, today, changeable, ...tools }: { row: Numbered; today: string; changeable: boolean } & Tools) {
  const { item, number } = row
  return (
    <tr role="row">
      <td role="cell" className="num">
        {number !== undefined && <b>{number}</b>}
      </td>
      <td role="cell" data-l={t.when} className="nb">
        <span>
          {item.startsOn}
          {item.endsOn !== item.startsOn && <span className="cap blk">{t.until(item.endsOn)}</span>}
        </span>
      </td>
      <th role="rowheader" scope="row" className={number === undefined ? 'quiet' : undefined}>
        <Name item={item} />
      </th>
      <td role="cell" data-l={t.who}>
        {item.who || t.whoOf[item.kind]}
      </td>
      <td role="cell" data-l={t.state}>
        <State row={row} today={today} />
      </td>
      {changeable && (
        <td role="cell" className="tools-cell">
          {item.duty && <DutyTools duty={item.duty} {...tools} />}
        </td>
      )}
    </tr>
  )
}

function Name({ item }: { item: WheelItem }) {
  const name = nameOf(item)
  if (item.id === null) return <>{name}</>
  switch (item.kind) {
    case 'response_due':
      return (
        <Link className="link" to="/granskningar/$id" params={{ id: item.id }}>
          {name}
        </Link>
      )
    case 'plan_adoption':
    case 'plan_report':
      return (
        <Link className="link" to="/internkontroll/$id" params={{ id: item.id }}>
          {name}
        </Link>
      )
    default:
      return <>{name}</>
  }
}

/** How it stands: what is done in words of its own, else whether its days have come. */
function State({ row: { item, manuscriptStop, papersSent }, today }: { row: Numbered; today: string }) {
  if (item.done === true) {
    return (
      <span className="st ok">
        <Icon name="check" />
        <span>{t.done[item.kind]}</span>
      </span>
    )
  }
  if (item.done === false && item.endsOn < today) {
    return (
      <span className="st bad">
        <Icon name="warn" />
        <span>{t.late}</span>
      </span>
    )
  }
  if (item.kind === 'meeting' && item.endsOn >= today && (manuscriptStop ?? papersSent)) {
    return (
      <span className="dim">
        {manuscriptStop && <span className="blk">{t.manuscriptStop(manuscriptStop)}</span>}
        {papersSent && <span className="blk">{t.papersSent(papersSent)}</span>}
      </span>
    )
  }
  if (item.kind === 'meeting' && item.endsOn < today) return <span className="dim">{t.held}</span>
  return <span className="dim">{item.endsOn < today ? t.passed : item.startsOn <= today ? t.ongoing : t.coming}</span>
}

function DutyTools({ duty, onEdit, onRemove }: { duty: Duty } & Tools) {
  return (
    <>
      <IconButton label={words.edit(duty.content.title)} icon="pencil" onPress={() => onEdit(duty)} />
      <IconButton label={words.remove(duty.content.title)} icon="close" onPress={() => onRemove(duty)} />
    </>
  )
}
