import { Link, type LinkProps } from '@tanstack/react-router'

/** Pages side by side under one head: links, so that each has its address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly { label: string; link: LinkProps }[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.label} {...tab.link}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
