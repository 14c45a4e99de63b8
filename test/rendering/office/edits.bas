Option Explicit

' Edits a Word file as a person at the keyboard would: what is found is selected, then typed over. The job is a file
' in UTF-8, a line each: file in, file out, "tracked" or "plain", then steps of three fields parted by tabs.
Sub Run(jobPath As String)
  Dim lines, fields, doc, at As Integer, fault As String
  On Error Goto failed
  lines = Split(ReadText(jobPath), Chr(10))
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(lines(0)), "_blank", 0, Array(Named("Hidden", True)))
  If IsNull(doc) Then
    WriteText(jobPath & ".log", "not opened")
    StarDesktop.terminate()
    Exit Sub
  End If
  ' A comment opens a window, which is in no LibreOffice that is installed without its desktop: it has no time to.
  EnableReschedule(False)
  doc.RecordChanges = (lines(2) = "tracked")
  For at = 3 To UBound(lines)
    If lines(at) <> "" Then
      fields = Split(lines(at), Chr(9))
      fault = Edit(doc, fields(0), fields(1), fields(2))
      If fault <> "" Then Exit For
    End If
  Next at
  If fault = "" Then doc.storeToURL(ConvertToURL(lines(1)), Array(Named("FilterName", "MS Word 2007 XML")))
  doc.close(True)
  WriteText(jobPath & ".log", IIf(fault = "", "done", fault))
  StarDesktop.terminate()
  Exit Sub
failed:
  WriteText(jobPath & ".log", "line " & Erl & ": " & Error$)
  StarDesktop.terminate()
End Sub

' What keeps the edit from being made; nothing where it was.
Function Edit(doc, kind As String, wanted As String, words As String) As String
  Dim cursor, found, search
  search = doc.createSearchDescriptor()
  search.SearchString = wanted
  search.SearchCaseSensitive = True
  found = doc.findFirst(search)
  If IsNull(found) Then
    Edit = "not found: " & wanted
    Exit Function
  End If
  cursor = doc.CurrentController.ViewCursor
  cursor.gotoRange(found, False)
  Select Case kind
    Case "replace"
      Send(doc, ".uno:InsertText", Array(Named("Text", words)))
    Case "insert"
      cursor.gotoRange(found.End, False)
      Send(doc, ".uno:InsertText", Array(Named("Text", words)))
    Case "delete"
      Send(doc, ".uno:Delete", Array())
    Case "delete-paragraph"
      SelectParagraph(doc, cursor, found)
      Send(doc, ".uno:Delete", Array())
    Case "split"
      cursor.gotoRange(found.End, False)
      Send(doc, ".uno:InsertPara", Array())
    Case "bold"
      Send(doc, ".uno:Bold", Array(Named("Bold", True)))
    Case "comment"
      Comment(doc, found, words)
    Case Else
      Edit = "no such edit: " & kind
  End Select
End Function

' Beside the words, without the window that one would write into.
Sub Comment(doc, found, words As String)
  Dim note
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "王五"
  note.Content = words
  note.DateTimeValue = CDateToUnoDateTime(Now())
  found.Text.insertTextContent(found, note, True)
End Sub

' The whole paragraph, with the mark that ends it.
Sub SelectParagraph(doc, cursor, found)
  Dim first, last
  first = found.Text.createTextCursorByRange(found.Start)
  first.gotoStartOfParagraph(False)
  last = found.Text.createTextCursorByRange(found.Start)
  last.gotoEndOfParagraph(False)
  last.goRight(1, False)
  cursor.gotoRange(first, False)
  cursor.gotoRange(last, True)
End Sub

Sub Send(doc, command As String, arguments)
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(doc.CurrentController.Frame, command, "", 0, arguments)
End Sub

Function Named(key As String, given)
  Dim pair As New com.sun.star.beans.PropertyValue
  pair.Name = key
  pair.Value = given
  Named = pair
End Function

Function ReadText(path As String) As String
  Dim source
  source = createUnoService("com.sun.star.io.TextInputStream")
  source.setInputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileRead(ConvertToURL(path)))
  source.setEncoding("UTF-8")
  ReadText = source.readString(Array(), False)
  source.closeInput()
End Function

Sub WriteText(path As String, text As String)
  Dim target
  target = createUnoService("com.sun.star.io.TextOutputStream")
  target.setOutputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileWrite(ConvertToURL(path)))
  target.setEncoding("UTF-8")
  target.writeString(text)
  target.closeOutput()
End Sub
