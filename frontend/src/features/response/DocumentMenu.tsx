import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useViewer } from '@/api/session'
import { Button, FileLink } from '@/components/Button'
import { Icon } from '@/components/icons'
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
  if (!response.memorandum) {
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
          {parts.flatMap((part) =>
            formats.map((format) => (
              <MenuItem
                key={`${part} ${format}`}
                className="option"
                textValue={`${t.parts[part]}, ${t.formats[format]}`}
                href={documentAddress(response.id, editionOf(response, part), format, part)}
                {...(format === 'pdf' && { target: '_blank' })}
              >
                <Icon name="download" />
                {t.parts[part]}, {t.formats[format]}
              </MenuItem>
            )),
          )}
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

/** Which edition a document is read in now; the memorandum stays as it was approved. */
export function editionOf({ state }: Response, part: DocumentPart = 'response'): Edition {
  const isDecided = state === 'decided' || state === 'delivered'
  if (isDecided) return part === 'response' ? 'decided' : 'approved'
  return state === 'approved' ? 'approved' : 'draft'
}
