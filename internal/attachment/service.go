package attachment

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Service has the use cases of attachments, one transaction each.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
	// Access says, within the transaction, what the actor may do with a thing's papers: 404 where the organization has no
	// such thing, 403 where the actor may not read its papers. Package app knows the things.
	Access func(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, to To) (Access, error)
}

// To is what a paper is attached to.
type To struct {
	Thing contract.AttachedThing
	ID    uuid.UUID
}

// Upload is a file on its way in.
type Upload struct {
	ID        uuid.UUID
	To        To
	PaperDate *calendar.Date
	Name      string
	Content   io.Reader // read once, no further than Largest
}

// List reads a page of a thing's papers.
func (s *Service) List(ctx context.Context, actor authz.Actor, to To, limit, offset int) (page contract.AttachmentPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		access, err := s.Access(ctx, tx, actor, to)
		if err != nil {
			return err
		}
		papers, counted, err := list(ctx, tx, actor.Organization, to, seesMarked(actor, access), limit, offset)
		page = contract.AttachmentPage{Items: make([]contract.Attachment, len(papers)), Total: counted.Total, LeftOut: counted.LeftOut, MayAttach: access.MayAttach}
		for i, paper := range papers {
			page.Items[i] = paper.inContract(actor, access)
		}
		return err
	})
	return page, err
}

// Attach stores a file as it comes in, a row at a time. A repeated id gives the paper first attached.
func (s *Service) Attach(ctx context.Context, actor authz.Actor, upload Upload) (attached contract.Attachment, err error) {
	content := &onceReader{reader: upload.Content}
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		access, err := s.Access(ctx, tx, actor, upload.To)
		if err != nil {
			return err
		}
		if !access.MayAttach {
			return fault.Forbidden("papers are attached by whoever works with what they belong to")
		}
		if err := content.begin(); err != nil {
			return err
		}
		stored, isNew, err := s.store(ctx, tx, actor, upload, content)
		if err != nil {
			return err
		}
		attached = stored.inContract(actor, access)
		if !isNew {
			return nil
		}
		return s.journal(ctx, tx, actor, access, attached, "attach", nil, described(attached))
	})
	return attached, err
}

// store writes the paper's row, then the content's rows, then what is known when all of it has come.
func (s *Service) store(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, upload Upload, content io.Reader) (stored paper, isNew bool, err error) {
	row := make([]byte, rowSize)
	beginning, err := readRow(content, row)
	if err != nil {
		return paper{}, false, err
	}
	if beginning == 0 {
		return paper{}, false, fault.Invalid("empty_file", "", fault.Field{Pointer: "/file", Code: "empty_file"})
	}
	name := cleanName(upload.Name)
	found, err := mediaType(name, row[:beginning])
	if err != nil {
		return paper{}, false, err
	}
	isNew, err = insert(ctx, tx, actor.Organization, upload, name, found, actor.Account, isOfAuditors(actor), s.Now())
	if err == nil && isNew {
		sum := sha256.New()
		var size int64
		if size, err = storeRows(ctx, tx, actor.Organization, upload.ID, content, row, beginning, sum); err == nil {
			err = complete(ctx, tx, actor.Organization, upload.ID, size, sum.Sum(nil))
		}
	}
	if err != nil {
		return paper{}, false, err
	}
	stored, err = load(ctx, tx, actor.Organization, upload.ID)
	if err == nil && stored.to() != upload.To {
		err = fault.Conflict("already_exists", "the id is another paper's")
	}
	return stored, isNew, err
}

// storeRows stores the row that is read already and all that follow.
func storeRows(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content io.Reader, row []byte, read int, sum hash.Hash) (size int64, err error) {
	for sequence := 1; read > 0; sequence++ {
		if size += int64(read); size > Largest {
			return 0, fault.TooLarge(fmt.Sprintf("at most %d MB", Largest>>20))
		}
		sum.Write(row[:read])
		if err := insertRow(ctx, tx, organization, id, sequence, row[:read]); err != nil {
			return 0, err
		}
		if read, err = readRow(content, row); err != nil {
			return 0, err
		}
	}
	return size, nil
}

// readRow fills the row as far as the content goes; 0 bytes are its end. Not io.ReadFull, in which an upload that broke off
// looks like one that ended.
func readRow(content io.Reader, row []byte) (filled int, err error) {
	for filled < len(row) {
		read, err := content.Read(row[filled:])
		filled += read
		if errors.Is(err, io.EOF) {
			return filled, nil
		}
		if err != nil {
			return filled, err
		}
	}
	return filled, nil
}

// onceReader refuses a second attempt of a transaction: what has been read of an upload does not come back.
type onceReader struct {
	reader io.Reader
	begun  bool
}

func (o *onceReader) begin() error {
	if o.begun {
		return fault.Unavailable("the upload met another change: send it again")
	}
	o.begun = true
	return nil
}

func (o *onceReader) Read(into []byte) (int, error) { return o.reader.Read(into) }

// Delete takes a paper away.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, id uuid.UUID) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		paper, access, err := s.readable(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		if !mayDelete(actor, access, paper) {
			return fault.Forbidden("a paper is taken away by those who attached it, while they may attach")
		}
		if err := remove(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		gone := paper.inContract(actor, access)
		return s.journal(ctx, tx, actor, access, gone, "delete", described(gone), nil)
	})
}

// Download writes a paper's content to what begin gives, a row at a time. begin is called once, when the paper is known
// to be there for the actor.
func (s *Service) Download(ctx context.Context, actor authz.Actor, id uuid.UUID, begin func(contract.Attachment) io.Writer) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := onlyRead(ctx, tx); err != nil {
			return err
		}
		paper, access, err := s.readable(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		return writeRows(ctx, tx, actor.Organization, id, begin(paper.inContract(actor, access)))
	})
}

// readable finds a paper and what the actor may do with it, if they may read it.
func (s *Service) readable(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (paper, Access, error) {
	found, err := load(ctx, tx, actor.Organization, id)
	if err != nil {
		return paper{}, Access{}, err
	}
	access, err := s.Access(ctx, tx, actor, found.to())
	if err == nil {
		err = mayRead(actor, access, found)
	}
	return found, access, err
}

// description is what the journal keeps of a paper: never its content.
type description struct {
	Thing   contract.AttachedThing `json:"thing"`
	ThingID uuid.UUID              `json:"thingId"`
	Name    string                 `json:"name"`
	Size    int64                  `json:"size"`
	Sha256  string                 `json:"sha256"`
}

func described(a contract.Attachment) description {
	return description{a.Thing, a.ThingID, a.Name, a.Size, a.Sha256}
}

func (s *Service) journal(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, access Access, a contract.Attachment, action string, before, after any) error {
	return journal.Write(ctx, tx, journal.Entry{
		Organization: actor.Organization, At: s.Now(), Actor: actor.Account, Committee: access.Draft,
		Thing: "attachment", ThingID: a.ID, Action: action, Before: before, After: after,
	})
}

// paper is an attachment as it is stored.
type paper struct {
	ID           uuid.UUID
	Thing        contract.AttachedThing
	ThingID      uuid.UUID `db:"thing_id"`
	Name         string
	MediaType    string `db:"media_type"`
	Size         int64
	Sha256       []byte
	PaperDate    *calendar.Date `db:"paper_date"`
	UploadedBy   uuid.UUID      `db:"uploaded_by"`
	UploaderName string         `db:"uploader_name"`
	UploadedAt   time.Time      `db:"uploaded_at"`
	ByAuditors   bool           `db:"by_auditors"`

	ConfidentialGround *string `db:"confidential_ground"`
}

func (p paper) to() To { return To{p.Thing, p.ThingID} }

func (p paper) inContract(actor authz.Actor, access Access) contract.Attachment {
	return contract.Attachment{
		ID: p.ID, Thing: p.Thing, ThingID: p.ThingID, Name: p.Name, MediaType: p.MediaType, Size: p.Size, Sha256: hex.EncodeToString(p.Sha256),
		PaperDate: p.PaperDate, UploadedBy: contract.Actor{ID: p.UploadedBy, Name: p.UploaderName}, UploadedAt: p.UploadedAt,
		ConfidentialGround: p.ConfidentialGround, MayDelete: mayDelete(actor, access, p), MayMark: confidentiality.MayMarkPaper(actor, p.ByAuditors, access.Concerned),
	}
}
