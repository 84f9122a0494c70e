import type { LinksFunction } from '@remix-run/node';
import { useLocation } from '@remix-run/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ConfirmPage } from '#app/ui/confirm-page.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { DemoBar } from '#app/ui/demo-bar.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LanguageSwitcher } from '#app/ui/language-switcher.tsx';
import type { NavItem } from '#app/ui/nav-item.ts';
import { Pagination } from '#app/ui/pagination.tsx';
import { PrintSheet } from '#app/ui/print-sheet.tsx';
import { PublicFooter, PublicFrame, PublicHeader } from '#app/ui/public-frame.tsx';
import { SearchBox, SearchInput } from '#app/ui/search-box.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import workspaceStyles from '#app/ui/styles/workspace.css?url';
import { WorkspaceFrame } from '#app/ui/workspace-frame.tsx';
import { FormSamples } from './ui-kit-forms.tsx';
import { BasicSamples, ContentSamples } from './ui-kit-pieces.tsx';
import { az, type SampleWords } from './ui-kit-words.az.ts';
import { en } from './ui-kit-words.en.ts';
import { ru } from './ui-kit-words.ru.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: workspaceStyles }];

type Row = { id: string; what: string; where: string; wait: string; tone: StateTone; state: string; count: number };

/** The design kit on one page, in the language of the address; `?frame=work` shows it inside the workspace. */
export default function UiKit() {
  const { locale, to } = useWords();
  const location = useLocation();
  const s = { az, en, ru }[locale];
  const here = to('/dev/ui-kit');
  const hrefs = { az: '/dev/ui-kit', en: '/en/dev/ui-kit', ru: '/ru/dev/ui-kit' };
  const demoBar = (
    <DemoBar label={s.demo}>
      <a href={`${here}?frame=work`}>{s.demoLink}</a>
    </DemoBar>
  );
  if (location.search.includes('frame=work')) {
    return (
      <WorkspaceFrame
        demoBar={demoBar}
        organisation={s.organisation}
        person={s.person}
        homeHref={here}
        nav={[{ items: workNav(s) }]}
        foot={<LanguageSwitcher hrefs={hrefs} />}
      >
        <KitSections s={s} />
      </WorkspaceFrame>
    );
  }
  return (
    <PublicFrame
      width="wide"
      demoBar={demoBar}
      header={<PublicHeader brandHref={to('/')} nav={publicNav(s)} end={<LanguageSwitcher hrefs={hrefs} />} />}
      footer={
        <PublicFooter
          links={[
            { href: '#privacy', label: s.privacy },
            { href: '#rules', label: s.rules },
          ]}
          end={<LanguageSwitcher hrefs={hrefs} shape="list" />}
        >
          {s.footer}
        </PublicFooter>
      }
      bottom={publicNav(s)}
    >
      <KitSections s={s} />
    </PublicFrame>
  );
}

function publicNav(s: SampleWords): NavItem[] {
  return [
    { href: '#issues', label: s.navIssues, icon: 'list' },
    { href: '#map', label: s.navMap, icon: 'map', current: true },
    { href: '#organisations', label: s.navOrganisations, icon: 'building' },
    { href: '#receipt', label: s.navReceipt, icon: 'key' },
  ];
}

function workNav(s: SampleWords): NavItem[] {
  return [
    { href: '#today', label: s.navToday, icon: 'home', count: 9, current: true },
    { href: '#issues', label: s.navIssues, icon: 'inbox', count: 4 },
    { href: '#letters', label: s.navLetters, icon: 'letter' },
    { href: '#map', label: s.navMap, icon: 'map' },
    { href: '#people', label: s.navPeople, icon: 'people', count: 3 },
    { href: '#organisations', label: s.navOrganisations, icon: 'building' },
    { href: '#settings', label: s.navSettings, icon: 'settings' },
  ];
}

function KitSections({ s }: { s: SampleWords }) {
  return (
    <>
      <Breadcrumb items={[{ label: s.homePage, href: '#main' }, { label: s.title }]} />
      <PageTitle lead={s.lead} actions={<SearchBox action="#search" label={s.search} placeholder={s.search} />}>
        {s.title}
      </PageTitle>
      <Stack gap="large">
        <BasicSamples s={s} />
        <ContentSamples s={s} />
        <ListSamples s={s} />
        <FormSamples s={s} />
        <Section title={s.sheet} id="kit-sheet">
          <PrintSheet from={s.sheetFrom} to={s.sheetTo} reference="№ 218" date={s.date} foot={s.sheetFoot}>
            <h3>{s.issue1}</h3>
            <p>{s.sheetText}</p>
          </PrintSheet>
        </Section>
      </Stack>
    </>
  );
}

function ListSamples({ s }: { s: SampleWords }) {
  const columns: Array<Column<Row>> = [
    {
      key: 'what',
      header: s.what,
      phone: 'title',
      cell: (row) => (
        <>
          {row.what}
          <span className="meta block">{s.photos}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: s.badges,
      phone: 'badge',
      cell: (row) => <StateBadge tone={row.tone}>{row.state}</StateBadge>,
    },
    { key: 'where', header: s.where, cell: (row) => row.where },
    { key: 'wait', header: s.wait, cell: (row) => row.wait, nowrap: true },
    { key: 'count', header: s.confirmations, cell: (row) => row.count, align: 'end' },
    { key: 'action', header: s.look, phone: 'action', cell: (row) => <a href={`#${row.id}`}>{s.look}</a> },
  ];
  const rows: Row[] = [
    { id: '1', what: s.issue1, where: 'Kijəbə', wait: s.day, tone: 'late', state: s.late, count: 1037 },
    { id: '2', what: s.issue2, where: 'Pensər', wait: s.hours, tone: 'open', state: s.open, count: 9 },
    { id: '3', what: s.issue3, where: 'Ərçivan', wait: s.minutes, tone: 'claimed', state: s.claimed, count: 64 },
  ];
  const regions = [{ value: 'astara', label: 'Astara' }];
  return (
    <>
      <Section title={s.ways} id="kit-ways">
        <Tabs
          label={s.ways}
          items={[
            { label: s.navToday, href: '#a', current: true, count: 9 },
            { label: s.navIssues, href: '#b', count: 128 },
            { label: s.navOrganisations, href: '#c' },
            { label: s.navSettings, href: '#d' },
          ]}
        />
        <FilterBar
          active={[
            { label: s.filterOpen, href: '#x' },
            { label: s.kind1, href: '#y' },
          ]}
          clearHref="#z"
          search={<SearchInput label={s.search} placeholder={s.search} />}
          links={<a href="#list">{s.filterList}</a>}
          open
        >
          <Select name="filter-region" label={s.fRegion} options={regions} />
          <Select name="filter-kind" label={s.fKind} options={[]} />
        </FilterBar>
        <DataTable caption={s.tables} columns={columns} rows={rows} rowKey={(row) => row.id} />
        <Pagination from={31} to={60} total={128} previousHref="#previous" nextHref="#next" />
        <Pagination from={1} to={3} total={3} />
      </Section>
      <ConfirmPage title={s.confirmTitle} confirmLabel={s.confirmYes} cancelHref="#kit-ways">
        <p>{s.confirmText}</p>
      </ConfirmPage>
    </>
  );
}
