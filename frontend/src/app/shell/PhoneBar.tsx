import { Link, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Button, IconButton } from '@/components/Button'
import { Icon } from '@/components/icons'
import { common } from '@/lib/messages/common'
import { shell as t } from '@/lib/messages/shell'
import { AccountMenu } from './AccountMenu'
import { MainNavigation, SettingsNavigation } from './Navigation'

/** On narrow screens: the name, and everything of the side navigation behind a button. */
export function PhoneBar() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [openedAt, setOpenedAt] = useState<string>()
  const close = () => setOpenedAt(undefined)
  return (
    <header className="bar">
      <Link to="/" className="brand">
        <Icon name="brand" />
        {common.product}
      </Link>
      <Button icon="menu" onPress={() => setOpenedAt(path)}>
        {t.menu}
      </Button>
      {/* It is open only on the page where it was opened: following a link closes it. */}
      <ModalOverlay className="scrim sheet-scrim" isDismissable isOpen={openedAt === path} onOpenChange={close}>
        <Modal className="phone-menu">
          <Dialog aria-label={t.menu}>
            <div className="row far">
              <span className="brand">
                <Icon name="brand" />
                {common.product}
              </span>
              <IconButton label={common.close} icon="close" small={false} onPress={close} />
            </div>
            <MainNavigation />
            <SettingsNavigation />
            <AccountMenu />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </header>
  )
}
