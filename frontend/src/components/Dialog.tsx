import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { common, unsaved } from '@/lib/messages/common'
import { Button, IconButton } from './Button'
import { FormActions } from './Form'
import { ProblemNote } from './ProblemNote'

const firstField = 'input:not([type=hidden]):not([tabindex="-1"]), textarea, button.select'

/**
 * A dialog over the page; mounted while it is open. Its first field takes the focus and Escape closes it, after a
 * question when `dirty` says that something written would be lost.
 */
export function Dialog({
  title,
  onClose,
  dirty = false,
  children,
}: {
  title: string
  onClose: () => void
  dirty?: boolean
  children: ReactNode
}) {
  const [asking, setAsking] = useState(false)
  const close = () => (dirty ? setAsking(true) : onClose())
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = content.current?.contains(document.activeElement)
    if (!chosen) content.current?.querySelector<HTMLElement>(firstField)?.focus()
  }, [])
  return (
    <ModalOverlay className="scrim" isOpen isDismissable={!dirty} onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <AriaDialog className="dialog">
          <div className="row far">
            <Heading slot="title">{title}</Heading>
            <IconButton label={common.close} icon="close" onPress={close} />
          </div>
          <div ref={content} className="stack">
            {children}
          </div>
          {asking && <LeaveConfirmation onStay={() => setAsking(false)} onLeave={onClose} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * Asks before something is done that cannot be taken back. `onConfirm` may take its time; what it throws is shown and
 * the question stays.
 */
export function ConfirmDialog({
  title,
  confirm,
  cancel = common.cancel,
  destructive,
  onConfirm,
  onCancel,
  children,
}: {
  title: string
  /** What the button does, in words. */
  confirm: string
  cancel?: string
  destructive?: boolean
  onConfirm: () => void | Promise<unknown>
  onCancel: () => void
  children?: ReactNode
}) {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  async function act() {
    setPending(true)
    try {
      await onConfirm()
    } catch (failure) {
      setProblem(failure)
    } finally {
      setPending(false)
    }
  }

  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={(open) => !open && onCancel()}>
      <Modal className="modal">
        <AriaDialog className="dialog" role="alertdialog">
          <Heading slot="title">{title}</Heading>
          <div className="stack">
            {children}
            {problem !== undefined && <ProblemNote problem={problem} />}
            <FormActions>
              <Button look="plain" onPress={onCancel}>
                {cancel}
              </Button>
              <Button look={destructive ? 'no' : 'go'} isPending={pending} onPress={() => void act()}>
                {confirm}
              </Button>
            </FormActions>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Whether to leave what is not saved. */
export function LeaveConfirmation({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <ConfirmDialog
      title={unsaved.title}
      confirm={unsaved.leave}
      cancel={unsaved.stay}
      destructive
      onConfirm={onLeave}
      onCancel={onStay}
    >
      <p>{unsaved.advice}</p>
    </ConfirmDialog>
  )
}
