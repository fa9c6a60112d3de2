import { createLink } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { Icon, type IconName } from './icons'

interface Look {
  /** go: the page's one primary button. plain: quiet. no: destructive, named by what it does. */
  look?: 'go' | 'plain' | 'no'
  small?: boolean
}

function classesOf({ look, small }: Look, square = false): string {
  return ['btn', look, small && 's', square && 'sq'].filter(Boolean).join(' ')
}

type Press = Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label' | 'isPending'>

/**
 * A button with its words. While `isPending` it keeps its place and the focus and does nothing: what happens is told
 * where it happens, by a toast or a note.
 */
export function Button({
  look,
  small,
  icon,
  isPending,
  onPress,
  type,
  children,
  ...rest
}: Look & Press & { icon?: IconName; isPending?: boolean; 'aria-label'?: string; children: ReactNode }) {
  return (
    <AriaButton
      {...rest}
      {...(isPending ? { type: 'button', 'aria-disabled': true, 'data-pending': true } : { type, onPress })}
      className={classesOf({ look, small })}
    >
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

/** A square button with a drawing alone; its label is also its tooltip. */
export function IconButton({
  label,
  icon,
  look = 'plain',
  small = true,
  ...rest
}: Look & Press & { label: string; icon: IconName }) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={classesOf({ look, small }, true)}>
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}

type Anchor = Look & Omit<ComponentProps<'a'>, 'className' | 'style'> & { icon?: IconName }

/** A link to a file of the server's, that looks like a button. */
export function FileLink({ look, small, icon = 'download', children, ...rest }: Anchor & { href: string }) {
  return (
    <a {...rest} className={classesOf({ look, small })}>
      <Icon name={icon} />
      {children}
    </a>
  )
}

/** A link to a page, that looks like a button: takes `to`, `params` and `search` as the router's Link does. */
export const LinkButton = createLink(function ButtonLikeLink({ look, small, icon, children, ...rest }: Anchor) {
  return (
    <a {...rest} className={classesOf({ look, small })}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
})
