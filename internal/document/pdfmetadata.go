package document

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"text/template"
	"time"
	"unicode/utf16"
)

const program = "Uppsikt"

// describe writes what the file says of itself: its information, language and colours, and that it is made to be PDF/A-2a
// (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).
func describe(f *pdfFile, d Document, structure, outline int) {
	date := d.Created.UTC().Format("(D:20060102150405+00'00')")
	f.set(f.info, fmt.Sprintf("<</Title%s/Author%s/Subject%s/Creator(%s)/Producer(%s)/CreationDate%s/ModDate%s>>",
		textString(d.Title), textString(d.Author), textString(d.Subject), program, program, date, date))
	profile := f.add(deflated("/N 3", sRGB()))
	metadata := f.add(plainStream("/Type/Metadata/Subtype/XML", packet(d)))
	f.set(f.catalogue, fmt.Sprintf("<</Type/Catalog/Pages 1 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
		"/Outlines %d 0 R/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"+
		"/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile %d 0 R>>]>>",
		textString(d.language()), structure, outline, metadata, profile))
}

// textString is words as a PDF string in UTF-16.
func textString(words string) string {
	encoded := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(words)) {
		encoded = binary.BigEndian.AppendUint16(encoded, unit)
	}
	return fmt.Sprintf("<%X>", encoded)
}

// packet is the XMP metadata (ISO 16684-1). It has to say the same as the file's information.
func packet(d Document) []byte {
	var b bytes.Buffer
	err := packetTemplate.Execute(&b, map[string]string{
		"Title": d.Title, "Author": d.Author, "Subject": d.Subject, "Program": program, "Created": d.Created.UTC().Format(time.RFC3339),
	})
	if err != nil {
		panic(err) // the template is ours, and strings cannot fail
	}
	return b.Bytes()
}

var packetTemplate = template.Must(template.New("xmp").Funcs(template.FuncMap{"escape": escapeXML}).Parse(
	"<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + `
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{{escape .Title}}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{{escape .Author}}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{{escape .Subject}}</rdf:li></rdf:Alt></dc:description>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{{.Program}}</xmp:CreatorTool><xmp:CreateDate>{{.Created}}</xmp:CreateDate><xmp:ModifyDate>{{.Created}}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{{.Program}}</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`))

func escapeXML(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(words)) // a builder takes all
	return b.String()
}

// sRGB is a colour profile of IEC 61966-2-1 in the form of ICC.1:2001-04, with the colorants adapted to D50.
func sRGB() []byte {
	curve := sRGBCurve()
	return iccProfile([]iccTag{
		{"desc", iccDescription("sRGB")},
		{"cprt", []byte("text\x00\x00\x00\x00CC0\x00")},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"rXYZ", iccXYZ(0.4360657, 0.2224884, 0.0139160)},
		{"gXYZ", iccXYZ(0.3851471, 0.7168732, 0.0970764)},
		{"bXYZ", iccXYZ(0.1430664, 0.0606079, 0.7140961)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	})
}

type iccTag struct {
	signature string
	data      []byte
}

func iccProfile(tags []iccTag) []byte {
	header := make([]byte, 128)
	copy(header[8:], []byte{2, 0x10, 0, 0}) // version 2.1
	copy(header[12:], "mntrRGB XYZ ")
	copy(header[24:], []byte{0x07, 0xe8, 0, 1, 0, 1}) // 2024-01-01
	copy(header[36:], "acsp")
	copy(header[68:], iccXYZ(0.9642, 1, 0.8249)[8:]) // D50
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	for _, t := range tags {
		table = append(table, t.signature...)
		table = binary.BigEndian.AppendUint32(table, uint32(len(header)+4+12*len(tags)+len(data)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
		data = append(data, make([]byte, -len(data)&3)...) // to a multiple of four bytes
	}
	profile := append(append(header, table...), data...)
	binary.BigEndian.PutUint32(profile, uint32(len(profile)))
	return profile
}

func iccXYZ(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}

func iccDescription(name string) []byte {
	b := append([]byte("desc\x00\x00\x00\x00"), 0, 0, 0, byte(len(name)+1))
	b = append(b, name...)
	return append(b, make([]byte, 1+4+4+2+1+67)...)
}

func sRGBCurve() []byte {
	const points = 1024
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
