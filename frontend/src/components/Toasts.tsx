import { Text } from 'react-aria-components'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { common } from '@/lib/messages/common'
import { Button, IconButton } from './Button'
import { Icon } from './icons'

interface Message {
  tone: 'ok' | 'bad'
  title: string
  detail?: string
  action?: { label: string; act: () => void }
}

const readingTimeMs = 8_000
const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 })

/** Tells of something that is done, or failed, away from where the reader looks. Failures stay until they are closed. */
export function showToast(message: Message): void {
  queue.add(message, message.tone === 'ok' ? { timeout: readingTimeMs } : {})
}

/** Where messages come up; once in the app. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={common.messages}>
      {({ toast }) => (
        <AriaToast toast={toast} className={`toast ${toast.content.tone}`}>
          <Icon name={toast.content.tone === 'ok' ? 'p-done' : 'warn'} />
          <ToastContent>
            <Text slot="title">{toast.content.title}</Text>
            {toast.content.detail && (
              <Text slot="description" className="sub blk">
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          <div className="row">
            {toast.content.action && (
              <Button
                small
                onPress={() => {
                  toast.content.action?.act()
                  queue.close(toast.key)
                }}
              >
                {toast.content.action.label}
              </Button>
            )}
            <IconButton slot="close" label={common.close} icon="close" />
          </div>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
