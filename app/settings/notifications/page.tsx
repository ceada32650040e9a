import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { GroupLevels, MailSettings } from '@/components/notifications/settings-forms'
import { WatchList } from '@/components/notifications/watch-list'
import { accountOf } from '@/components/shell/account'
import { PageFrame } from '@/components/shell/page-frame'
import { currentActor } from '@/lib/auth/session'
import { waysIn } from '@/lib/auth/ways'
import { loadNotificationSettings } from '@/lib/pages/notification-settings'
import '../../styles/settings.css'

export const metadata: Metadata = { title: 'Notification settings' }

export default async function NotificationSettingsPage() {
  const actor = await currentActor()
  if (actor.kind === 'anonymous') redirect('/sign-in?next=%2Fsettings%2Fnotifications')
  const { settings, groups, watches, isProven } = await loadNotificationSettings(actor)
  return (
    <PageFrame account={accountOf(actor)} here="/settings/notifications" className="settings">
      <header className="settings-head">
        <h1 className="page-title">Notifications</h1>
        <p className="muted">
          <Link href="/inbox">Inbox</Link> · <Link href="/settings">All settings</Link>
        </p>
      </header>
      <MailSettings settings={settings} sendsMail={waysIn().mail} isProven={isProven} />
      <GroupLevels levels={settings.levels} groups={groups} />
      <WatchList watches={watches} />
    </PageFrame>
  )
}
