import { useState } from 'react'
import { committeeName } from '@/api/queries'
import { useViewer } from '@/api/session'
import { IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { DueDate } from '@/components/marks'
import { common } from '@/lib/messages/common'
import { audit as t } from '@/lib/messages/audit'
import { AddresseeDialog } from './AddresseeDialog'
import { AddresseeResponse } from './AddresseeResponse'
import type { Addressee, Audit, Committee } from './api'
import { isSettled } from './responseState'

/** Who is asked to respond, by when, and how far they have come. */
export function AddresseesPanel({ audit, committees }: { audit: Audit; committees: readonly Committee[] }) {
  const { may } = useViewer()
  const [edited, setEdited] = useState<string>()
  const addressee = audit.addressees.find(({ id }) => id === edited)
  const nameOf = ({ committeeId }: Addressee) => committeeName(committees, committeeId)
  const askedOfAll = commonAsk(audit.addressees)
  const startable = audit.addressees.find(
    ({ response, committeeId }) => !response && may('response.draft', committeeId),
  )
  const columns: Column<Addressee>[] = [
    {
      id: 'committee',
      header: t.committee,
      cell: (row) => (
        <>
          <b>{nameOf(row)}</b>
          {row.asked && row.asked !== askedOfAll && <span className="words small blk">{row.asked}</span>}
        </>
      ),
    },
    { id: 'due', header: t.dueDate, cell: (row) => <ResponseDue addressee={row} /> },
    {
      id: 'registryNumber',
      header: t.ownRegistryNumber,
      cell: ({ registryNumber }) => <span className="nb">{registryNumber}</span>,
    },
    {
      id: 'response',
      header: t.response,
      cell: (row) => (
        <AddresseeResponse addressee={row} committee={nameOf(row)} auditId={audit.id} isFirst={row === startable} />
      ),
    },
    {
      id: 'tools',
      header: common.tools,
      tools: true,
      cell: (row) =>
        may('addressee.edit', row.committeeId) && (
          <IconButton label={t.editAddressee(nameOf(row))} icon="pencil" onPress={() => setEdited(row.id)} />
        ),
    },
  ]
  return (
    <section aria-labelledby="addressees">
      <div className="head">
        <h2 id="addressees">{t.addressees}</h2>
      </div>
      <div className="panel addressed">
        {audit.addressees.length === 0 ? (
          <p className="in sub">{t.noAddressees}</p>
        ) : (
          <>
            {askedOfAll && (
              <div className="in">
                <p className="cap">{t.askedOfAll}</p>
                <p className="words small">{askedOfAll}</p>
              </div>
            )}
            <DataTable caption={t.addresseesCaption} columns={columns} rows={audit.addressees} rowId={({ id }) => id} />
          </>
        )}
      </div>
      {addressee && (
        <AddresseeDialog
          addressee={addressee}
          audit={audit}
          committee={committees.find(({ id }) => id === addressee.committeeId)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  )
}

/** What is asked, where the same is asked of several. */
function commonAsk(addressees: readonly Addressee[]): string {
  const [first, ...others] = addressees
  return first && others.length > 0 && others.every(({ asked }) => asked === first.asked) ? first.asked : ''
}

/** The date; with an extension both, the old one struck through, with who granted it and why. */
function ResponseDue({ addressee: { responseDue, extension, response } }: { addressee: Addressee }) {
  if (!extension)
    return (
      responseDue && (
        <span className="nb">
          <DueDate date={responseDue} settled={isSettled(response)} />
        </span>
      )
    )
  return (
    <span>
      <span className="vh">{t.extendedFrom}</span>
      <s className="dim">{responseDue}</s> <span className="vh">{t.extendedTo}</span>
      <DueDate date={extension.newDate} settled={isSettled(response)} />
      <span className="cap blk">{t.extensionBy(extension.grantedBy, extension.reason)}</span>
    </span>
  )
}
