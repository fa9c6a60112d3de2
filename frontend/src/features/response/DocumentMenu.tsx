import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { masked } from '@/api/masked'
import { useViewer } from '@/api/session'
import { Button, FileLink } from '@/components/Button'
import { Icon } from '@/components/icons'
import { confidentiality } from '@/lib/messages/confidentiality'
import { actions } from '@/lib/messages/response'
import { documents as t } from '@/lib/messages/memorandum'
import { hasOriginal, isRegistered } from './registration/original'
import { documentAddress, type DocumentPart, type Edition, type Response, statusSheetAddress } from './api'

const parts: DocumentPart[] = ['response', 'memorandum', 'both']
const formats = ['pdf', 'docx'] as const

/** The response as a document, and the page that says what is left; behind one button where there is a memorandum too. */
export function DocumentMenu({ response }: { response: Response }) {
  const { may } = useViewer()
  const seesDraft = may('response.see_draft', response.committeeId)
  const mayMask = isConfidential(response)
  if (!response.memorandum && !mayMask) {
    const isOutside = isRegistered(response)
    return (
      <>
        {(!isOutside || hasOriginal(response)) && (
          <FileLink look="plain" href={documentAddress(response.id, editionOf(response))} target="_blank">
            {actions.pdf}
          </FileLink>
        )}
        {!isOutside && (
          <FileLink look="plain" href={documentAddress(response.id, editionOf(response), 'docx')}>
            {actions.docx}
          </FileLink>
        )}
        {seesDraft && (
          <FileLink look="plain" href={statusSheetAddress(response.id, 'pdf')} target="_blank">
            {t.statusSheet}
          </FileLink>
        )}
      </>
    )
  }
  return (
    <MenuTrigger>
      <Button look="plain" icon="download">
        {t.menu}
      </Button>
      <Popover className="pop">
        <Menu className="menu" aria-label={t.menu}>
          {choices(response, mayMask).map(({ part, format, isMasked }) => {
            const address = documentAddress(response.id, editionOf(response, part), format, part)
            const name = [t.parts[part], t.formats[format], isMasked && confidentiality.masked]
              .filter(Boolean)
              .join(', ')
            return (
              <MenuItem
                key={name}
                className="option"
                textValue={name}
                href={isMasked ? masked(address) : address}
                {...(format === 'pdf' && { target: '_blank' })}
              >
                <Icon name="download" />
                {name}
              </MenuItem>
            )
          })}
          {seesDraft &&
            formats.map((format) => (
              <MenuItem
                key={`status ${format}`}
                className="option"
                textValue={`${t.statusSheet}, ${t.formats[format]}`}
                href={statusSheetAddress(response.id, format)}
                {...(format === 'pdf' && { target: '_blank' })}
              >
                <Icon name="download" />
                {t.statusSheet}, {t.formats[format]}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Whether the reader has it in full and somebody else does not. */
function isConfidential({ answers }: Response): boolean {
  const parts = answers.flatMap((answer) => [answer, ...answer.measures])
  return parts.some(({ confidentialGround }) => confidentialGround !== null) && !parts.some(({ hidden }) => hidden)
}

/** Each document in each format, and beside the full one that which is masked. */
function choices(response: Response, mayMask: boolean) {
  return (response.memorandum ? parts : (['response'] as const)).flatMap((part) =>
    formatsOf(response).flatMap((format) =>
      (mayMask ? [false, true] : [false]).map((isMasked) => ({ part, format, isMasked })),
    ),
  )
}

/** A response that was registered afterwards is the PDF that was decided, where that has been handed in. */
function formatsOf(response: Response): readonly (typeof formats)[number][] {
  if (!isRegistered(response)) return formats
  return hasOriginal(response) ? ['pdf'] : []
}

/** Which edition a document is read in now; the memorandum stays as it was approved. */
export function editionOf({ state }: Response, part: DocumentPart = 'response'): Edition {
  const isDecided = state === 'decided' || state === 'delivered'
  if (isDecided) return part === 'response' ? 'decided' : 'approved'
  return state === 'approved' ? 'approved' : 'draft'
}
