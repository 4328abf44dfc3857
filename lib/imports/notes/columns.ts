export const noteColumns = {
  firstName: [
    ...["Connection First Name", "Vorname des Kontakts", "Prénom de la relation", "Prénom du contact"],
    ...["Nombre del contacto", "Nome da conexão", "Nome do contato", "Nome do contacto"],
  ],
  lastName: [
    ...["Connection Last Name", "Nachname des Kontakts", "Nom de la relation", "Nom du contact"],
    ...["Apellidos del contacto", "Apellido del contacto", "Sobrenome da conexão", "Sobrenome do contato"],
    ...["Apelido do contacto"],
  ],
  url: [
    ...[
      "Connection Profile URL",
      "Profil-URL des Kontakts",
      "URL du profil de la relation",
      "URL du profil du contact",
    ],
    ...["URL del perfil del contacto", "URL do perfil da conexão", "URL do perfil do contato"],
    ...["URL do perfil do contacto"],
  ],
  note: ["Note", "Notiz", "Nota"],
  createdOn: [
    ...["Created On", "Created At", "Erstellt am", "Créée le", "Créé le", "Date de création"],
    ...["Creado el", "Creada el", "Fecha de creación", "Criado em", "Criada em", "Data de criação"],
  ],
  editedOn: [
    ...["Edited On", "Edited At", "Bearbeitet am", "Geändert am", "Modifiée le", "Modifié le", "Date de modification"],
    ...["Editado el", "Editada el", "Fecha de edición", "Editado em", "Editada em", "Data de edição"],
  ],
} as const;

export type NoteColumn = keyof typeof noteColumns;
